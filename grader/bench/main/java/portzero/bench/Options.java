package portzero.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the command line says.
 *
 * @param home the root of the checkout
 * @param only the names of the sections to measure; all if empty
 * @param rounds how often each contestant runs; each section's own number if empty
 * @param quick whether small classes will do
 * @param out the file for the results
 * @param keep whether what was made and measured is to stay
 * @param help whether only the usage is wanted
 */
record Options(Path home, List<String> only, OptionalInt rounds, boolean quick, Path out, boolean keep, boolean help) {

    /** System property that the script sets: the checkout's root folder. */
    private static final String HOME = "portzero.home";

    static Options of(String[] args) throws BadUsage {
        var home = Path.of(System.getProperty(HOME, "")).toAbsolutePath().normalize();
        var only = new ArrayList<String>();
        var rounds = OptionalInt.empty();
        var out = home.resolve("grader/bench/RESULTS.md");
        var quick = false;
        var keep = false;
        var help = false;
        for (var i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--only" -> only.addAll(List.of(value(args, ++i).split(",")));
                case "--rounds" -> rounds = OptionalInt.of(number(value(args, ++i)));
                case "--out" -> out = Path.of(value(args, ++i)).toAbsolutePath();
                case "--quick" -> quick = true;
                case "--keep" -> keep = true;
                case "-h", "--help" -> help = true;
                default -> throw new BadUsage("There is no option " + args[i] + ".");
            }
        }
        if (!Files.isDirectory(out.getParent())) {
            throw new BadUsage(
                    "There is no folder " + out.getParent() + " for the results; make it, or choose another.");
        }
        for (var name : only) {
            if (Sections.all().stream().noneMatch(section -> section.name().equals(name))) {
                throw new BadUsage("There is no section \"" + name + "\"; there are "
                        + String.join(
                                ", ", Sections.all().stream().map(Section::name).toList()) + ".");
            }
        }
        return new Options(home, List.copyOf(only), rounds, quick, out, keep, help);
    }

    private static String value(String[] args, int i) throws BadUsage {
        if (i >= args.length) {
            throw new BadUsage(args[i - 1] + " needs a value.");
        }
        return args[i];
    }

    private static int number(String text) throws BadUsage {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new BadUsage("--rounds must be a number from 1 to 999 but was " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
