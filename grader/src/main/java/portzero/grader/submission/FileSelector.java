package portzero.grader.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import portzero.grader.compile.ReservedPackages;
import portzero.grader.compile.SourceFile;
import portzero.grader.text.DisplayName;

/** One choice of a lab's files from a submission. Names of packages and classes decide, not folders. */
final class FileSelector {
    private final LabFiles lab;
    private final SubmittedFiles submitted;
    private final List<CandidateFile> candidates;
    private final List<String> places;
    private final List<CandidateFile> chosen = new ArrayList<>();
    private final List<CandidateFile> foreign = new ArrayList<>();
    private final Map<String, CandidateFile> declaredBy = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> misnamed = new ArrayList<>();

    FileSelector(LabFiles lab, SubmittedFiles submitted) {
        this.lab = lab;
        this.submitted = submitted;
        var all = submitted.files().stream()
                .filter(file -> !isOfTheCourse(file.path()))
                .map(CandidateFile::of)
                .toList();
        var paths = all.stream().map(CandidateFile::path).toList();
        candidates = withoutBuilt(all).stream()
                .sorted(Comparator.comparing(candidate -> !isInPlace(candidate, paths)))
                .toList();
        places = paths;
    }

    /** Tests, and the test kit and solutions where a whole checkout is handed in. */
    private boolean isOfTheCourse(String path) {
        var inFolders = "/" + path;
        return inFolders.contains("/src/test/")
                || inFolders.contains("/src/hidden/")
                || inFolders.contains("/testkit/src/")
                || inFolders.contains("/solutions/" + lab.labId() + "/");
    }

    /** What a build has copied is only looked at where nothing else is the lab's. */
    private List<CandidateFile> withoutBuilt(List<CandidateFile> all) {
        var written =
                all.stream().filter(candidate -> !candidate.isBuildOutput()).toList();
        return written.stream()
                        .anyMatch(candidate -> candidate.outline().packageName().equals(lab.packageName()))
                ? written
                : all;
    }

    /**
     * Whether a file lies where the lab has it, {@code src/main/java} and its package's folders, and not in a folder that
     * somebody made beside that.
     */
    private boolean isInPlace(CandidateFile candidate, List<String> all) {
        var folders = candidate.outline().packageName().replace('.', '/');
        if (folders.isEmpty()) {
            return false;
        }
        var place = Pattern.compile("(?<root>(?:.*?/)??)(?:labs/)?(?:" + Pattern.quote(lab.labId())
                + "/)?(?:src/main/java/|src/)?" + Pattern.quote(folders) + "/[^/]+");
        var matcher = place.matcher(candidate.path());
        return matcher.matches() && all.stream().allMatch(path -> path.startsWith(matcher.group("root")));
    }

    SelectedFiles select() throws RejectedException {
        for (var candidate : candidates) {
            consider(candidate);
        }
        chooseUsed();
        foreign.forEach(candidate -> note(candidate, "not in package " + lab.packageName()));
        var missing = new ArrayList<String>();
        for (var deliverable : lab.deliverables()) {
            if (!declaredBy.containsKey(deliverable)) {
                missing.add(deliverable);
                explainMissing(deliverable);
            }
        }
        if (missing.size() == lab.deliverables().size()) {
            throw nothingToGrade();
        }
        notes.addAll(misnamed);
        notes.addAll(submitted.ignored());
        var sources = sources();
        return new SelectedFiles(sources, missing, notes);
    }

    private void consider(CandidateFile candidate) throws RejectedException {
        var outline = candidate.outline();
        refuseReserved(candidate);
        if (!outline.readable()) {
            choose(candidate);
        } else if (candidate.needsTestFramework() && lab.deliverables().stream().noneMatch(candidate::isMeantAs)) {
            note(candidate, "left out, as it needs a test framework; the course's own tests are run");
        } else if (candidate.describesOnly()) {
            note(candidate, "left out, as it holds no code");
        } else if (!outline.packageName().equals(lab.packageName())) {
            if (lab.deliverables().stream().noneMatch(candidate::isMeantAs)) {
                foreign.add(candidate);
            }
        } else if (outline.types().isEmpty() && !isDeliverable(candidate.stem())) {
            note(candidate, "declares no class");
        } else if (!outline.types().isEmpty() && lab.given().containsAll(outline.types())) {
            note(candidate, "the course's own is used");
        } else {
            refuseGiven(candidate);
            choose(candidate);
        }
    }

    /** Takes files of other packages that a file which is taken uses, and that those use. */
    private void chooseUsed() throws RejectedException {
        for (int i = 0; i < chosen.size(); i++) {
            var user = chosen.get(i).outline();
            for (var candidate : List.copyOf(foreign)) {
                var outline = candidate.outline();
                if (!outline.packageName().isEmpty()
                        && outline.types().stream()
                                .anyMatch(type -> user.uses(outline.packageName(), type)
                                        || user.packageName().equals(outline.packageName()))) {
                    foreign.remove(candidate);
                    choose(candidate);
                }
            }
        }
    }

    private boolean isDeliverable(String name) {
        return lab.deliverables().contains(name);
    }

    private void refuseReserved(CandidateFile candidate) throws RejectedException {
        var reserved = ReservedPackages.holding(candidate.outline().packageName());
        if (reserved.isPresent()) {
            throw new RejectedException(DisplayName.name(candidate.path()) + " is in the reserved package "
                    + reserved.get() + ": remove it, or move it to package " + lab.packageName() + ".");
        }
    }

    private void refuseGiven(CandidateFile candidate) throws RejectedException {
        for (var type : candidate.outline().types()) {
            if (lab.given().contains(type)) {
                throw new RejectedException(DisplayName.name(candidate.path()) + " declares " + type
                        + ", which the course gives: remove that declaration or give it another name.");
            }
        }
    }

    private void choose(CandidateFile candidate) throws RejectedException {
        var another = candidate.outline().types().stream()
                .flatMap(type -> Optional.ofNullable(declaredBy.get(qualified(candidate, type))).stream())
                .findFirst();
        if (another.isEmpty()) {
            candidate.outline().types().forEach(type -> declaredBy.put(qualified(candidate, type), candidate));
            if (candidate.outline().types().isEmpty()) {
                // Too broken to be parsed; compiling it will say where.
                declaredBy.put(candidate.stem(), candidate);
            }
            chosen.add(candidate);
        } else if (!Arrays.equals(another.get().file().bytes(), candidate.file().bytes())) {
            refuseTwoVersions(another.get(), candidate);
        }
    }

    /** Classes of the lab's package go by their simple names. */
    private String qualified(CandidateFile candidate, String type) {
        var name = candidate.outline().packageName();
        return name.equals(lab.packageName()) ? type : name + "." + type;
    }

    private void refuseTwoVersions(CandidateFile first, CandidateFile second) throws RejectedException {
        if (isInPlace(first, places) && !isInPlace(second, places)) {
            note(second, "left out, as " + DisplayName.name(first.path()) + " declares the same class");
            return;
        }
        throw new RejectedException(DisplayName.name(first.path()) + " and " + DisplayName.name(second.path())
                + " declare the same class differently: hand in only the one that counts.");
    }

    /** Says why a class may be missing, if a file looks as if it was meant to be it. */
    private void explainMissing(String deliverable) throws RejectedException {
        for (var candidate : candidates) {
            if (candidate.isMeantAs(deliverable)) {
                SourceText.decode(candidate.file());
                if (candidate.declaresNothing()) {
                    misnamed.add(DisplayName.name(candidate.path())
                            + " holds no Java class: save your work and hand it in again.");
                    return;
                }
                refuseOtherPackage(candidate);
                misnamed.add(DisplayName.name(candidate.path()) + " declares "
                        + DisplayName.names(candidate.outline().types()) + "; the class must be named " + deliverable
                        + ".");
                return;
            }
        }
        notes.add(deliverable + ".java was not handed in; its tests fail.");
    }

    private void refuseOtherPackage(CandidateFile candidate) throws RejectedException {
        var name = candidate.outline().packageName();
        if (!name.equals(lab.packageName())) {
            throw new RejectedException(DisplayName.name(candidate.path()) + " is in "
                    + (name.isEmpty() ? "no package" : "package " + DisplayName.name(name))
                    + "; its first line must be \"package " + lab.packageName() + ";\".");
        }
    }

    private RejectedException nothingToGrade() {
        if (!misnamed.isEmpty()) {
            return new RejectedException(misnamed.get(0));
        }
        var found = candidates.stream().map(CandidateFile::path).toList();
        return new RejectedException("Nothing of " + lab.labId() + " was found: hand in " + lab.expected()
                + " in package " + lab.packageName() + " (found "
                + (found.isEmpty() ? "no source file" : DisplayName.names(found))
                + ").");
    }

    private List<SourceFile> sources() throws RejectedException {
        var sources = new ArrayList<SourceFile>();
        chosen.sort(Comparator.comparing(CandidateFile::path));
        for (var candidate : chosen) {
            sources.add(new SourceFile(candidate.path(), SourceText.decode(candidate.file())));
            SourceText.note(candidate.file()).ifPresent(notes::add);
        }
        return sources;
    }

    private void note(CandidateFile candidate, String reason) {
        notes.add(DisplayName.name(candidate.path()) + ": " + reason);
    }
}
