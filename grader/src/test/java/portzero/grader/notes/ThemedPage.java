package portzero.grader.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import portzero.grader.notes.CoursePages.Kind;

/**
 * A page in one of the two themes.
 *
 * @param page the file
 * @param dark whether it is seen in the dark theme
 */
record ThemedPage(Path page, boolean dark) {

    /** Every page in both themes. */
    static List<ThemedPage> all(List<Path> pages) {
        var views = new ArrayList<ThemedPage>();
        for (var page : pages) {
            views.add(new ThemedPage(page, false));
            views.add(new ThemedPage(page, true));
        }
        return views;
    }

    /**
     * A page of each kind in one theme, and of half the kinds in the other one; the book, which repeats the chapters and takes
     * as long as all of them, in one of them only.
     */
    static List<ThemedPage> sample(CoursePages course, List<Path> pages, Random random) {
        var shuffled = new ArrayList<>(pages);
        Collections.shuffle(shuffled, random);
        var first = random.nextBoolean();
        var views = ofEachKind(course, shuffled, first, EnumSet.allOf(Kind.class));
        Collections.reverse(shuffled);
        var kinds = new ArrayList<>(EnumSet.complementOf(EnumSet.of(Kind.BOOK)));
        Collections.shuffle(kinds, random);
        views.addAll(ofEachKind(course, shuffled, !first, EnumSet.copyOf(kinds.subList(0, Kind.values().length / 2))));
        return views;
    }

    private static List<ThemedPage> ofEachKind(
            CoursePages course, List<Path> pages, boolean dark, EnumSet<Kind> kinds) {
        var chosen = new EnumMap<Kind, ThemedPage>(Kind.class);
        for (var page : pages) {
            if (kinds.contains(course.kind(page))) {
                chosen.putIfAbsent(course.kind(page), new ThemedPage(page, dark));
            }
        }
        return new ArrayList<>(chosen.values());
    }
}
