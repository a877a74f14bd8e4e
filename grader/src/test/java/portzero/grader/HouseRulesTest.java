package portzero.grader;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much may be in one place, and what may be called alike, in the main code of the grader and the test kit. */
@Tag("same-on-every-jdk")
class HouseRulesTest {

    private static final int MAX_TYPES = 22;
    private static final int MAX_PARAMETERS = 7;

    private static final String TEMPLATES = "portzero.grader.templates";

    /** Packages that may have more types, and why. */
    private static final Map<String, String> CROWDED = Map.of();

    /** Constructors, by their type, and methods that may take more parameters, and why. */
    private static final Map<String, String> WIDE = Map.ofEntries(
            Map.entry("CohortPage", "what a template shows, by the names in it"),
            Map.entry("CohortPage.HardTest", "what a template shows, by the names in it"),
            Map.entry("CohortPage.LabView", "what a template shows, by the names in it"),
            Map.entry("StudentPage", "what a template shows, by the names in it"),
            Map.entry("TestView", "what a template shows, by the names in it"),
            Map.entry("PageView", "what a template shows, by the names in it"),
            Map.entry("LadderView", "what a template shows, by the names in it"),
            Map.entry("LadderView.Rung", "what a template shows, by the names in it"));

    private static final List<JavaClass> OWN = new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("portzero.grader", "portzero.testkit")
                    .stream()
                    .filter(type -> !type.getPackageName().startsWith(TEMPLATES)) // made of the pages' templates
                    .toList();

    @Test
    void no_package_has_more_types_than_one_can_look_over() {
        assertThat(OWN).extracting(JavaClass::getSimpleName).contains("LabCommand", "TestNetwork");
        assertThat(faults(crowded(topLevel()), CROWDED)).isEmpty();
    }

    @Test
    void one_simple_name_means_one_type() {
        assertThat(shared(topLevel())).isEmpty();
    }

    @Test
    void nobody_takes_more_parameters_than_one_can_tell_apart() {
        assertThat(faults(wide(OWN), WIDE)).isEmpty();
    }

    @Test
    void a_package_with_one_type_too_many_is_found() {
        List<String> types =
                IntStream.range(0, MAX_TYPES).mapToObj(i -> "some.full.T" + i).toList();
        assertThat(crowded(types)).isEmpty();
        assertThat(crowded(with(types, "some.full.more.Other"))).isEmpty();
        assertThat(crowded(with(types, "some.full.Other"))).containsExactly("some.full");
    }

    @Test
    void a_name_that_two_packages_use_is_found() {
        assertThat(shared(List.of("one.Suite", "one.Suites", "two.Suite"))).containsExactly("Suite");
    }

    /** Seven and eight parameters. */
    interface Methods {
        void seven(int a, int b, int c, int d, int e, int f, int g);

        void eight(int a, int b, int c, int d, int e, int f, int g, int h);
    }

    record Seven(int a, int b, int c, int d, int e, int f, int g) {}

    record Eight(int a, int b, int c, int d, int e, int f, int g, int h) {}

    /** Two more are handed to its constructor by the compiler. */
    enum Constants {
        ONE(1, 2, 3, 4, 5, 6, 7);

        final int sum;

        Constants(int a, int b, int c, int d, int e, int f, int g) {
            sum = a + b + c + d + e + f + g;
        }
    }

    @Test
    void one_parameter_too_many_is_found() {
        assertThat(wide(new ClassFileImporter()
                        .importClasses(Methods.class, Seven.class, Eight.class, Constants.class)))
                .containsExactly("HouseRulesTest.Eight", "HouseRulesTest.Methods.eight");
    }

    @Test
    void what_breaks_a_rule_needs_an_exception_and_nothing_else_has_one() {
        assertThat(faults(Set.of("A"), Map.of("A", "a reason"))).isEmpty();
        assertThat(faults(Set.of("A"), Map.of())).containsExactly("A breaks the rule");
        assertThat(faults(Set.of(), Map.of("A", "a reason")))
                .containsExactly("A no longer needs its exception (a reason)");
    }

    private static List<String> faults(Set<String> found, Map<String, String> exceptions) {
        List<String> faults = new ArrayList<>();
        found.stream()
                .filter(name -> !exceptions.containsKey(name))
                .forEach(name -> faults.add(name + " breaks the rule"));
        exceptions.forEach((name, reason) -> {
            if (!found.contains(name)) {
                faults.add(name + " no longer needs its exception (" + reason + ")");
            }
        });
        return faults;
    }

    private static List<String> topLevel() {
        return OWN.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getName)
                .toList();
    }

    /** The packages that too many of these types are in. */
    private static Set<String> crowded(Collection<String> types) {
        return moreThan(MAX_TYPES, types, name -> name.substring(0, name.lastIndexOf('.')));
    }

    /** The simple names that several of these types have. */
    private static Set<String> shared(Collection<String> types) {
        return moreThan(1, types, name -> name.substring(name.lastIndexOf('.') + 1));
    }

    private static Set<String> moreThan(int max, Collection<String> types, Function<String, String> group) {
        Map<String, Long> counts = types.stream().collect(Collectors.groupingBy(group, Collectors.counting()));
        return new TreeSet<>(counts.keySet().stream()
                .filter(name -> counts.getOrDefault(name, 0L) > max)
                .toList());
    }

    /** The constructors and methods with too many parameters in the source. */
    private static Set<String> wide(Iterable<JavaClass> types) {
        Set<String> wide = new TreeSet<>();
        for (JavaClass type : types) {
            Stream.concat(type.getConstructors().stream(), type.getMethods().stream())
                    .filter(HouseRulesTest::isWide)
                    .map(HouseRulesTest::nameOf)
                    .forEach(wide::add);
        }
        return wide;
    }

    private static boolean isWide(JavaCodeUnit unit) {
        if (unit.getRawParameterTypes().size() <= MAX_PARAMETERS) {
            return false; // and its class need not be loaded
        }
        Executable declared = (Executable) unit.reflect();
        return !declared.isSynthetic()
                && Stream.of(declared.getParameters())
                                .filter(HouseRulesTest::isWritten)
                                .count()
                        > MAX_PARAMETERS;
    }

    private static boolean isWritten(Parameter parameter) {
        return !parameter.isSynthetic() && !isOuter(parameter);
    }

    /** A record's components are implicit as well, and are written. */
    private static boolean isOuter(Parameter parameter) {
        return parameter.isImplicit() && parameter.getName().startsWith("this$");
    }

    /** The type without its package, and a method's name. */
    private static String nameOf(JavaCodeUnit unit) {
        JavaClass type = unit.getOwner();
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return unit instanceof JavaConstructor ? name : name + "." + unit.getName();
    }

    private static List<String> with(List<String> names, String more) {
        return Stream.concat(names.stream(), Stream.of(more)).toList();
    }
}
