package portzero.grader.cli.option;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import portzero.grader.run.protocol.Optimisation;

/** The option {@code --without}. */
public final class WithoutOption {

    /** What stands for all of them. */
    private static final String ALL = "all";

    @Option(
            names = "--without",
            paramLabel = "NAME",
            split = ",",
            converter = Converter.class,
            description = {
                "switch optimisations off, to see what they bring or to look for a fault; no result depends on them",
                "optimisations: ${COMPLETION-CANDIDATES}"
            },
            completionCandidates = Names.class)
    private List<Named> without = List.of();

    /** What one name stands for. */
    record Named(Set<Optimisation> optimisations) {}

    /** Those that are switched off. */
    public Set<Optimisation> off() {
        EnumSet<Optimisation> off = EnumSet.noneOf(Optimisation.class);
        without.forEach(named -> off.addAll(named.optimisations()));
        return off;
    }

    /** Takes the names that users know. */
    static final class Converter implements ITypeConverter<Named> {
        @Override
        public Named convert(String value) {
            if (value.equals(ALL)) {
                return new Named(EnumSet.allOf(Optimisation.class));
            }
            return Arrays.stream(Optimisation.values())
                    .filter(one -> one.cliName().equals(value))
                    .findFirst()
                    .map(one -> new Named(EnumSet.of(one)))
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no optimisation " + value + "; choose " + Optimisation.names() + " or " + ALL));
        }
    }

    /** For help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Optimisation.values())
                    .map(Optimisation::cliName)
                    .iterator();
        }
    }
}
