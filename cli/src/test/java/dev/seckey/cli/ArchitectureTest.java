package dev.seckey.cli;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How the three modules stand to each other, and what holds the command line together. */
@AnalyzeClasses(
        packages = "dev.seckey",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** The tests of the other modules, which come as jars. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule THE_LIBRARY_KNOWS_NEITHER_TRANSPORTS_NOR_THE_COMMAND_LINE = noClasses()
            .that()
            .resideInAPackage("dev.seckey.ctap2..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.seckey.transports..", "dev.seckey.cli..");

    @ArchTest
    static final ArchRule TRANSPORTS_MOVE_BYTES_AND_KNOW_NO_COMMANDS = noClasses()
            .that()
            .resideInAPackage("dev.seckey.transports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.seckey.cli..",
                    "dev.seckey.ctap2.cbor..",
                    "dev.seckey.ctap2.command..",
                    "dev.seckey.ctap2.pinuv..",
                    "dev.seckey.ctap2.session..",
                    "dev.seckey.ctap2.webauthn..",
                    "dev.seckey.ctap2.metadata..",
                    "dev.seckey.ctap2.verdict..",
                    "dev.seckey.ctap2.soft..");

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_TRANSPORTS_HAVE_NO_CYCLES =
            slices().matching("dev.seckey.transports.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_COMMAND_LINE_HAVE_NO_CYCLES =
            slices().matching("dev.seckey.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_BUT_TRAINING_KNOWS_MAIN = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class, Training.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Main.class);

    @ArchTest
    static final ArchRule PICOCLI_IS_KNOWN_ONLY_TO_THE_COMMANDS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.seckey.cli.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule THE_CBOR_LIBRARY_IS_KNOWN_ONLY_IN_CBOR = noClasses()
            .that()
            .resideOutsideOfPackage("dev.seckey.ctap2.cbor")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.upokecenter..");

    @ArchTest
    static final ArchRule ONLY_MAIN_TOUCHES_THE_PROCESS = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class)
            .should()
            .accessTargetWhere(system("out"))
            .orShould()
            .accessTargetWhere(system("err"))
            .orShould()
            .accessTargetWhere(system("in"))
            .orShould()
            .accessTargetWhere(system("exit"));

    private static DescribedPredicate<JavaAccess<?>> system(String member) {
        return target(owner(type(System.class))).and(target(name(member))).as("System.%s", member);
    }
}
