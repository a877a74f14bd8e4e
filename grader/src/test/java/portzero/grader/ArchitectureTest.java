package portzero.grader;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import portzero.grader.capture.PacketCapture;
import portzero.grader.run.coordinator.GradeRun;

/** Who may depend on whom. */
@Tag("same-on-every-jdk")
class ArchitectureTest {

    private static final String NULLNESS = "org.jspecify.annotations";

    private static final JavaClasses OWN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("portzero");

    @Test
    void the_test_kit_knows_neither_labs_nor_grader() {
        classes()
                .that()
                .resideInAPackage("portzero.testkit..")
                .should()
                .onlyDependOnClassesThat(not("portzero..").or(resideInAPackage("portzero.testkit..")))
                .check(OWN);
    }

    @Test
    void what_runs_beside_a_submission_needs_the_jdk_and_nothing_else() {
        classes()
                .that()
                .resideInAnyPackage("portzero.testkit.host..", "portzero.testkit.codec..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("portzero.testkit.host..", "portzero.testkit.codec..", "java..", NULLNESS)
                .check(OWN);
    }

    @Test
    void the_codec_does_not_know_the_host() {
        noClasses()
                .that()
                .resideInAPackage("portzero.testkit.codec..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("portzero.testkit.host..")
                .check(OWN);
    }

    @Test
    void the_grader_has_no_cycles_between_its_packages() {
        slices().matching("portzero.grader.(*)..").should().beFreeOfCycles().check(OWN);
    }

    @Test
    void the_notes_have_no_cycles_between_their_packages() {
        slices().matching("portzero.grader.notes.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OWN);
    }

    /** The package itself is what the rest of the grader, and nobody below it, begins with. */
    @Test
    void the_parts_of_the_notes_do_not_know_the_whole() {
        noClasses()
                .that()
                .resideInAPackage("portzero.grader.notes.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("portzero.grader.notes")
                .check(OWN);
    }

    @Test
    void the_grader_knows_labs_as_data_only() {
        classes()
                .that()
                .resideInAPackage("portzero.grader..")
                .should()
                .onlyDependOnClassesThat(
                        not("portzero..").or(resideInAnyPackage("portzero.grader..", "portzero.testkit..")))
                .check(OWN);
    }

    @Test
    void nobody_depends_on_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage("portzero.grader.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("portzero.grader.cli..")
                .check(OWN);
    }

    /** A clock that somebody sets would end a wait too early or never; it may only say when a run began. */
    @Test
    void nothing_is_measured_by_the_clock_on_the_wall() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(type(System.class))).and(target(name("currentTimeMillis"))))
                .orShould()
                .callMethodWhere(target(owner(resideInAnyPackage("java.time..")))
                        .and(target(name("now")))
                        .and(notInARun()))
                .orShould()
                .callConstructor(Date.class)
                .check(OWN);
    }

    private static DescribedPredicate<JavaCall<?>> notInARun() {
        return DescribedPredicate.describe(
                "not when a run or a capture begins",
                call -> !call.getOriginOwner().isEquivalentTo(GradeRun.class)
                        && !call.getOriginOwner().isEquivalentTo(PacketCapture.class));
    }

    @Test
    void labs_and_solutions_need_the_jdk_and_nothing_else() throws IOException {
        for (Path classes : compiledLabs()) {
            JavaClasses lab = new ClassFileImporter().importPath(classes);
            for (JavaClass each : lab) {
                classes()
                        .that()
                        .haveFullyQualifiedName(each.getFullName())
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", NULLNESS, each.getPackageName())
                        .check(lab);
            }
        }
    }

    private static List<Path> compiledLabs() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String parent : List.of("labs", "solutions")) {
            try (Stream<Path> modules = Files.list(Root.path().resolve(parent))) {
                modules.filter(module -> module.getFileName().toString().startsWith("lab"))
                        .map(module -> module.resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void every_package_says_what_may_be_null() throws IOException {
        Set<String> silent = new TreeSet<>();
        for (Path module : modules()) {
            Set<Path> marked = new TreeSet<>();
            Set<Path> packages = new TreeSet<>();
            for (Path file : sources(module)) {
                Path name = packageOf(module, file);
                packages.add(name);
                if (file.endsWith("package-info.java") && Files.readString(file).contains("@NullMarked")) {
                    marked.add(name);
                }
            }
            packages.removeAll(marked);
            packages.forEach(name -> silent.add(module.getFileName() + ": " + name));
        }
        assertThat(silent).isEmpty();
    }

    /** The package's folder below {@code src/main/java}, or the like. */
    private static Path packageOf(Path module, Path file) {
        Path below = module.resolve("src").relativize(file);
        return below.subpath(2, below.getNameCount() - 1);
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.walk(Root.path(), 2)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                    .filter(folder -> Files.isDirectory(folder.resolve("src")))
                    .toList();
        }
    }

    private static List<Path> sources(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            module.resolve("src").relativize(file).getName(1).endsWith("java"))
                    .toList();
        }
    }

    private static DescribedPredicate<JavaClass> not(String packages) {
        return DescribedPredicate.not(resideInAPackage(packages));
    }
}
