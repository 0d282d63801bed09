package dev.attune;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.Socket;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom, and what may be called where. docs/ARCHITECTURE.md gives the reasons. */
class ArchitectureTest {
    private static final String ROOT = "dev.attune";

    /** Each package, and the packages whose top level it may import; sub-packages are private to their parent. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("document", List.of()),
            Map.entry("wire", List.of()),
            Map.entry("search", List.of()),
            Map.entry("training", List.of("document")),
            Map.entry("tuning", List.of("search", "training")),
            Map.entry("traffic", List.of("wire", "tuning", "document")),
            Map.entry("store", List.of("tuning", "training", "search")),
            Map.entry("scheduler", List.of("tuning", "training", "search")),
            Map.entry("api", List.of("wire", "tuning", "training", "search", "document")),
            Map.entry("control", List.of("tuning", "training", "search", "traffic")),
            Map.entry("recording", List.of("training")));

    /** Each library package, and the packages that may touch it. */
    private static final Map<String, List<String>> ONLY_IN = Map.ofEntries(
            Map.entry("jakarta.persistence..", List.of("store")),
            Map.entry("org.hibernate..", List.of("store", "wire")),
            Map.entry("org.springframework.data..", List.of("store")),
            Map.entry("org.springframework.transaction..", List.of("store")),
            Map.entry("org.springframework.jdbc..", List.of("scheduler")),
            Map.entry("com.github.kagkarlsson..", List.of("scheduler")),
            Map.entry("org.springframework.web..", List.of("wire", "control")),
            Map.entry("jakarta.servlet..", List.of("wire", "control")),
            Map.entry("jakarta.validation..", List.of("wire", "api")),
            Map.entry("io.swagger..", List.of("control")),
            Map.entry("tools.jackson..", List.of("wire", "store", "recording")),
            Map.entry("com.google.re2j..", List.of("training")),
            Map.entry("org.yaml.snakeyaml..", List.of("document", "training.simulation.document")),
            Map.entry("com.ezylang.evalex..", List.of("training.simulation.document")),
            Map.entry("de.siegmar.fastcsv..", List.of("training")));

    private static final JavaClasses CLASSES =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(ROOT);

    static Stream<String> packages() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    static Stream<String> libraries() {
        return ONLY_IN.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyWhatTheTableAllows(String name) {
        var within = Stream.concat(Stream.of(name + ".."), MAY_IMPORT.get(name).stream())
                .map(p -> ROOT + "." + p)
                .toArray(String[]::new);
        classes()
                .that(resideInAPackage(ROOT + "." + name + ".."))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(within)))
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void libraryStaysWhereItBelongs(String library) {
        var users =
                ONLY_IN.get(library).stream().map(p -> ROOT + "." + p + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(CLASSES);
    }

    @Test
    void theTableNamesEveryPackage() {
        var found = CLASSES.stream()
                .map(c -> c.getPackageName())
                .filter(p -> p.length() > ROOT.length())
                .map(p -> p.substring(ROOT.length() + 1).replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(MAY_IMPORT.keySet());
    }

    @Test
    void theDomainAndTheOptimiserArePlainJava() {
        classes()
                .that(resideInAnyPackage(
                        ROOT + ".search..", ROOT + ".tuning..", ROOT + ".training..", ROOT + ".document.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT + "..",
                        "java..",
                        "org.jspecify..",
                        "com.google.re2j..",
                        "org.yaml.snakeyaml..",
                        "com.ezylang.evalex..",
                        "de.siegmar.fastcsv.."))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theTwoVintagesOfTheApiDoNotKnowEachOther() {
        slices().matching(ROOT + ".api.(*)..").should().notDependOnEachOther().check(CLASSES);
    }

    @Test
    void onlyTheSchedulerStartsThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".scheduler..")
                .should()
                .callConstructor(Thread.class)
                .orShould()
                .callMethod(Thread.class, "start")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executor.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Executors.class.getName())
                .check(CLASSES);
    }

    @Test
    void nothingReachesTheNetworkOrRunsAProgram() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.naming..", "javax.script.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ProcessBuilder.class.getName())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Socket.class.getName())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(URL.class.getName())
                .check(CLASSES);
    }

    @Test
    void timeAndChanceAreArguments() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".AttuneConfiguration")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callConstructor(Random.class)
                .because("the clock is an InstantSource and the generator a RandomGenerator, both passed in")
                .check(CLASSES);
    }
}
