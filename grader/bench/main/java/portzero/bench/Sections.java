package portzero.bench;

import java.util.List;

/** The sections there are, in the order of the results. */
final class Sections {
    private static final List<Section> ALL = List.of(
            new RightSection(),
            new ClassSection(),
            new FloorSection(),
            new WrongSection(),
            new ScaleSection(),
            new JobsSection(),
            new WithoutSection(),
            new StartSection(),
            new ListSection(),
            new WatchSection(),
            new NotesSection(),
            new ReloadSection(),
            new MicroSection());

    private Sections() {}

    static List<Section> all() {
        return ALL;
    }

    /** Those of these names; all if there are none. */
    static List<Section> named(List<String> names) {
        return ALL.stream()
                .filter(section -> names.isEmpty() || names.contains(section.name()))
                .toList();
    }
}
