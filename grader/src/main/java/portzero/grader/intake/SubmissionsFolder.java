package portzero.grader.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import portzero.grader.limits.LimitsFile;
import portzero.grader.result.Receipt;
import portzero.grader.result.StudentKey;
import portzero.grader.submission.EntryName;
import portzero.grader.submission.SubmittedEntry;
import portzero.grader.text.DisplayName;

/**
 * A folder of submissions, as learning platforms hand it out. Nothing of a student's in it is opened.
 *
 * @param submissions in the order of entry names; of several attempts the one that counts
 * @param ignored what is in the folder and is no submission, with the reason
 * @param warnings what an instructor should look at before grading
 * @param platform where the folder comes from, if its names tell
 */
public record SubmissionsFolder(
        List<Submission> submissions, List<String> ignored, List<String> warnings, Optional<String> platform) {
    /** What platforms and instructors put beside submissions. */
    private static final Set<String> RECORDS =
            Set.of("csv", "xls", "xlsx", "ods", "yml", "yaml", "json", "txt", "md", "html", "log");

    public SubmissionsFolder {
        submissions = List.copyOf(submissions);
        ignored = List.copyOf(ignored);
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks through the folder.
     *
     * @param labIds the labs of the course, {@code lab02-echo}
     * @throws IOException when the folder cannot be listed
     * @throws IllegalArgumentException when the form of names in the options cannot be used
     */
    public static SubmissionsFolder of(Path folder, Collection<String> labIds, IntakeOptions options)
            throws IOException {
        return new Scan(folder, labIds, options).scan();
    }

    /** An entry and what its name tells. */
    private record Named(Path entry, EntryIdentity identity, List<Person> people, String order, String time) {
        /** The same, and what its only person may be called as well. */
        Named called(Set<String> aliases) {
            return aliases.isEmpty()
                    ? this
                    : new Named(
                            entry, identity, List.of(Person.of(identity.name(), identity.id(), aliases)), order, time);
        }

        /** Several entries with the same are of the same people. */
        String whose() {
            return people.get(0).identity();
        }
    }

    /** One look through a folder. */
    private static final class Scan {
        private final Path folder;
        private final Collection<String> labIds;
        private final IntakeOptions options;
        private final List<String> ignored = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final Map<String, String> fullNames = new HashMap<>();
        private final List<String> strangers = new ArrayList<>();
        private PlatformRecord records = PlatformRecord.NONE;

        Scan(Path folder, Collection<String> labIds, IntakeOptions options) {
            this.folder = folder;
            this.labIds = labIds;
            this.options = options;
        }

        SubmissionsFolder scan() throws IOException {
            var entries = entries();
            var names = entries.stream()
                    .map(EntryName::of)
                    .filter(name -> !isRecord(name))
                    .toList();
            var platform = options.names() == null ? LearningPlatform.of(names) : Optional.<LearningPlatform>empty();
            var given = options.names() == null ? null : NameFormat.of(options.names());
            var format = platform.map(LearningPlatform::format).or(() -> Optional.ofNullable(given));
            records = platform.equals(Optional.of(LearningPlatform.GRADESCOPE))
                    ? PlatformRecord.gradescope(folder)
                    : PlatformRecord.NONE;
            var taken = new ArrayList<Named>();
            for (var entry : entries) {
                take(entry, format, taken);
            }
            warnOfStrangers(format.isPresent(), platform);
            warnOfLooseFiles(format.isPresent());
            return new SubmissionsFolder(
                    submissions(withSlug(withoutTeam(taken, platform))),
                    ignored,
                    warnings,
                    platform.map(LearningPlatform::title));
        }

        private void warnOfStrangers(boolean isFormatKnown, Optional<LearningPlatform> platform) {
            if (isFormatKnown && !strangers.isEmpty()) {
                warnings.add(
                        "Not named as " + platform.map(LearningPlatform::title).orElse("--names")
                                + " has it, and graded under its own name (" + strangers.size() + "): "
                                + DisplayName.names(strangers));
            }
        }

        /** Two files of one student would be taken for two students' otherwise. */
        private void warnOfLooseFiles(boolean isFormatKnown) {
            var loose = strangers.stream()
                    .filter(EntryName::isSource)
                    .filter(name -> name.matches("(?s).+[_ -].+"))
                    .toList();
            if (!isFormatKnown && loose.size() > 1) {
                warnings.add("Each of these is taken for a student of its own (" + loose.size() + "): "
                        + DisplayName.names(loose) + "; if there is more in the names, say how they are made, as with"
                        + " --names \"{name}_{file}\".");
            }
        }

        private List<Path> entries() throws IOException {
            try (var entries = Files.list(folder)) {
                return entries.filter(entry -> !EntryName.isLitter(EntryName.of(entry)))
                        .filter(entry -> !EntryName.of(entry).equals(LimitsFile.NAME))
                        .sorted(Comparator.comparing(EntryName::of).thenComparing(Comparator.naturalOrder()))
                        .toList();
            }
        }

        private void take(Path entry, Optional<NameFormat> format, List<Named> taken) throws IOException {
            var name = EntryName.of(entry);
            var known = format.flatMap(one -> one.read(name));
            if (isBlackboardText(entry, known)) {
                var user = known.orElseThrow().name();
                var fullName = PlatformRecord.blackboardName(entry, user);
                if (fullName != null) {
                    fullNames.put(user, fullName);
                }
                return;
            }
            var reason = reasonToIgnore(entry, known.isPresent());
            if (!reason.isEmpty()) {
                ignored.add(DisplayName.name(name) + ": " + reason);
                return;
            }
            if (known.isEmpty()) {
                strangers.add(name);
            }
            taken.add(named(entry, known.orElseGet(() -> EntryIdentity.of(name, labIds))));
        }

        private static boolean isBlackboardText(Path entry, Optional<EntryIdentity> known) {
            var name = EntryName.of(entry);
            return name.endsWith(".txt")
                    && known.filter(identity ->
                                    identity.time() != null && identity.file().equals(name))
                            .isPresent()
                    && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
        }

        private Named named(Path entry, EntryIdentity identity) {
            var stem = identity.name();
            var time = records.times().getOrDefault(stem, identity.time() == null ? "" : identity.time());
            var people = records.people().getOrDefault(stem, List.of(Person.of(stem, identity.id(), Set.of())));
            return new Named(entry, identity, people, identity.order().isEmpty() ? time : identity.order(), time);
        }

        private static String reasonToIgnore(Path entry, boolean isNamedByPlatform) throws IOException {
            var name = EntryName.of(entry);
            if (Files.isSymbolicLink(entry)) {
                return "links are not followed; put the folder or file itself here";
            }
            if (!isNamedByPlatform && name.contains("_assignsubmission_onlinetext")) {
                return "text typed into the platform, not files";
            }
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                return "";
            }
            if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                return "a pipe, socket or device"; // to open one may mean to wait for ever
            }
            return isNamedByPlatform || EntryName.isSource(name) || EntryName.isArchive(name) || isUnnamedArchive(entry)
                    ? ""
                    : "neither a folder nor an archive";
        }

        private static boolean isUnnamedArchive(Path entry) throws IOException {
            return EntryName.of(entry).indexOf('.') < 0 && EntryName.looksLikeArchive(entry);
        }

        private static boolean isRecord(String name) {
            var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return RECORDS.contains(ending)
                    && LearningPlatform.of(List.of(name)).isEmpty();
        }

        /**
         * In an assignment for teams, Moodle puts the team and a hyphen before everybody's name. Both may have hyphens of their
         * own, so that whatever follows one may be the name on a list of the class.
         */
        private static List<Named> withoutTeam(List<Named> taken, Optional<LearningPlatform> platform) {
            var isForTeams = platform.equals(Optional.of(LearningPlatform.MOODLE))
                    && taken.stream().map(Named::whose).distinct().count() > 1
                    && taken.stream().allMatch(one -> one.identity.name().indexOf('-') > 0);
            return isForTeams
                    ? taken.stream()
                            .map(one -> one.called(endings(
                                    one.identity.name(), one.identity.name().length())))
                            .toList()
                    : taken;
        }

        /** What follows each hyphen among the first so many characters. */
        private static Set<String> endings(String name, int within) {
            var endings = new HashSet<String>();
            for (int cut = name.indexOf('-'); cut >= 0 && cut < within; cut = name.indexOf('-', cut + 1)) {
                endings.add(name.substring(cut + 1).strip());
            }
            endings.remove("");
            return endings;
        }

        /**
         * What all names begin with, such as a clone's assignment, is no part of anybody's name; but which part that is can only
         * be guessed, so that it counts for lists of the class and not for keys.
         */
        private static List<Named> withSlug(List<Named> taken) {
            var names =
                    taken.stream().map(one -> one.identity.name()).distinct().toList();
            if (names.size() < 2 || taken.stream().anyMatch(one -> one.identity.id() != null)) {
                return taken;
            }
            var common = names.stream().reduce(Scan::commonStart).orElseThrow();
            var withAliases = new ArrayList<Named>();
            for (var one : taken) {
                withAliases.add(one.called(endings(one.identity.name(), common.length())));
            }
            return withAliases;
        }

        private static String commonStart(String one, String other) {
            int length = 0;
            while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
                length++;
            }
            return one.substring(0, length);
        }

        private List<Submission> submissions(List<Named> taken) {
            var byPerson = new LinkedHashMap<String, List<Named>>();
            for (var one : taken) {
                byPerson.computeIfAbsent(one.whose(), unused -> new ArrayList<>())
                        .add(one);
            }
            var keys = new HashSet<String>();
            var submissions = new ArrayList<Submission>();
            for (var entries : byPerson.values()) {
                var isPlatforms = entries.get(0).identity.id() != null
                        || !entries.get(0).order.isEmpty()
                        || options.names() != null;
                submissions.addAll(isPlatforms ? List.of(newest(entries, keys)) : eachByItself(entries, keys));
            }
            submissions.sort(Comparator.comparing(
                    one -> EntryName.of(one.entries().get(0).source())));
            return submissions;
        }

        /** Entries of one attempt are one submission; of several attempts one counts. */
        private Submission newest(List<Named> entries, Set<String> keys) {
            var attempts = new TreeMap<String, List<Named>>();
            entries.forEach(one -> attempts.computeIfAbsent(one.order, unused -> new ArrayList<>())
                    .add(one));
            var isFirst = options.attempt() == IntakeOptions.Attempt.FIRST;
            var chosen = isFirst
                    ? attempts.firstEntry().getValue()
                    : attempts.lastEntry().getValue();
            var first = chosen.get(0);
            var late = chosen.stream().anyMatch(one -> one.identity.late());
            var receipt = new Receipt(
                    late, first.time.isEmpty() ? null : first.time, isFirst ? 1 : attempts.size(), attempts.size());
            var notes = new ArrayList<String>();
            if (late) {
                notes.add("The platform marked this submission as late.");
            }
            if (attempts.size() > 1) {
                notes.add("This is attempt " + receipt.attempt() + " of " + attempts.size() + ", "
                        + DisplayName.names(
                                chosen.stream().map(one -> one.identity.file()).toList())
                        + "; the others were not graded.");
            }
            return new Submission(people(first, keys), parts(chosen), receipt, notes);
        }

        private static List<SubmittedEntry> parts(List<Named> chosen) {
            return chosen.stream()
                    .map(one -> new SubmittedEntry(one.entry, one.identity.file()))
                    .toList();
        }

        private List<Person> people(Named one, Set<String> keys) {
            var people = new ArrayList<Person>();
            for (var person : one.people) {
                var name = fullNames.get(person.name());
                var named = name == null ? person : Person.of(name, person.name(), Set.of(person.name()));
                people.add(named.withKey(unused(named.key(), named, keys)));
            }
            return people;
        }

        /** Nothing tells which of them is newer. */
        private List<Submission> eachByItself(List<Named> entries, Set<String> keys) {
            var taken = new ArrayList<Person>();
            for (int i = 0; i < entries.size(); i++) {
                var person = entries.get(i).people.get(0);
                var key = entries.get(0).people.get(0).key();
                var suffixed = i == 0 ? key : StudentKey.withSuffix(key, Integer.toString(i + 1));
                taken.add(person.withKey(unused(suffixed, person, keys)));
            }
            var notes = entries.size() == 1 ? List.<String>of() : List.of(severalNote(entries, taken));
            warnings.addAll(notes);
            var submissions = new ArrayList<Submission>();
            for (int i = 0; i < entries.size(); i++) {
                var part = List.of(SubmittedEntry.of(entries.get(i).entry));
                submissions.add(new Submission(List.of(taken.get(i)), part, Receipt.NONE, notes));
            }
            return submissions;
        }

        /** Different people whose names come to the same key are told apart by a digest. */
        private static String unused(String key, Person person, Set<String> keys) {
            var candidate = key;
            for (int i = 0; !keys.add(candidate.toLowerCase(Locale.ROOT)); i++) {
                candidate = StudentKey.withSuffix(key, StudentKey.digest(person.identity() + (i == 0 ? "" : " " + i)));
            }
            return candidate;
        }

        private static String severalNote(List<Named> entries, List<Person> people) {
            var pairs = new ArrayList<String>();
            for (int i = 0; i < entries.size(); i++) {
                pairs.add(people.get(i).key() + " is " + DisplayName.name(EntryName.of(entries.get(i).entry)));
            }
            return "This student has " + entries.size() + " submissions, each graded by itself: "
                    + String.join("; ", pairs) + ".";
        }
    }
}
