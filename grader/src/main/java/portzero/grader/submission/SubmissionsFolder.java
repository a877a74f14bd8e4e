package portzero.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import portzero.grader.limits.LimitsFile;
import portzero.grader.result.StudentKey;
import portzero.grader.text.DisplayName;

/**
 * A folder with one entry per student, as learning platforms hand it out. Nothing in it is opened.
 *
 * @param submissions in the order of entry names
 * @param ignored what is in the folder and is no submission, with the reason
 */
public record SubmissionsFolder(List<Submission> submissions, List<String> ignored) {
    /** What platforms and instructors put beside submissions. */
    private static final Set<String> RECORDS =
            Set.of("csv", "xls", "xlsx", "ods", "yml", "yaml", "json", "txt", "md", "html", "log");

    public SubmissionsFolder {
        submissions = List.copyOf(submissions);
        ignored = List.copyOf(ignored);
    }

    /**
     * Looks through the folder.
     *
     * @param labIds the labs of the course, {@code lab02-echo}
     * @throws IOException when the folder cannot be listed
     */
    public static SubmissionsFolder of(Path folder, Collection<String> labIds) throws IOException {
        var taken = new ArrayList<Path>();
        var ignored = new ArrayList<String>();
        for (var entry : entries(folder)) {
            var reason = reasonToIgnore(entry);
            if (reason.isEmpty()) {
                taken.add(entry);
            } else {
                ignored.add(DisplayName.name(EntryName.of(entry)) + ": " + reason);
            }
        }
        var platform = LearningPlatform.of(taken.stream().map(EntryName::of).toList());
        var byStudent = new LinkedHashMap<String, List<Named>>();
        for (var entry : taken) {
            var named = new Named(entry, StudentName.of(EntryName.of(entry), labIds, platform));
            byStudent
                    .computeIfAbsent(named.name.identity(), unused -> new ArrayList<>())
                    .add(named);
        }
        return new SubmissionsFolder(submissions(byStudent), ignored);
    }

    /** An entry and what its name tells. */
    private record Named(Path entry, StudentName name) {}

    private static List<Path> entries(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> !EntryName.isLitter(EntryName.of(entry)))
                    .filter(entry -> !EntryName.of(entry).equals(LimitsFile.NAME))
                    .sorted()
                    .toList();
        }
    }

    private static String reasonToIgnore(Path entry) {
        var name = EntryName.of(entry);
        if (Files.isSymbolicLink(entry)) {
            return "links are not followed; put the folder or file itself here";
        }
        if (name.contains("_assignsubmission_onlinetext")) {
            return "text typed into the platform, not files";
        }
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            return "a pipe, socket or device"; // to open one may mean to wait for ever
        }
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return RECORDS.contains(ending) ? "neither a folder nor an archive" : "";
    }

    private static List<Submission> submissions(Map<String, List<Named>> byStudent) {
        var keys = new HashSet<String>();
        var submissions = new ArrayList<Submission>();
        for (var entries : byStudent.values()) {
            submissions.addAll(ofOneStudent(entries, keys));
        }
        submissions.sort((a, b) -> a.source().compareTo(b.source()));
        return submissions;
    }

    private static List<Submission> ofOneStudent(List<Named> entries, Set<String> keys) {
        var taken = new ArrayList<String>();
        for (int i = 0; i < entries.size(); i++) {
            var key = StudentKey.of(entries.get(0).name.keyText());
            var suffixed = i == 0 ? key : StudentKey.withSuffix(key, Integer.toString(i + 1));
            taken.add(unused(suffixed, entries.get(i).name, keys));
        }
        var notes = entries.size() == 1 ? List.<String>of() : List.of(severalNote(entries, taken));
        var submissions = new ArrayList<Submission>();
        for (int i = 0; i < entries.size(); i++) {
            var one = entries.get(i);
            submissions.add(
                    new Submission(one.name.displayName(), taken.get(i), one.name.platformId(), one.entry, notes));
        }
        return submissions;
    }

    /** Different students whose names come to the same key are told apart by a digest. */
    private static String unused(String key, StudentName name, Set<String> keys) {
        var candidate = key;
        for (int i = 0; !keys.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = StudentKey.withSuffix(key, StudentKey.digest(name.identity() + (i == 0 ? "" : " " + i)));
        }
        return candidate;
    }

    private static String severalNote(List<Named> entries, List<String> keys) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < entries.size(); i++) {
            pairs.add(keys.get(i) + " is " + DisplayName.name(EntryName.of(entries.get(i).entry)));
        }
        return "This student has " + entries.size() + " submissions, each graded by itself: " + String.join("; ", pairs)
                + ".";
    }
}
