package dev.seckey.ctap2;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What holds the library together. */
@AnalyzeClasses(packages = "dev.seckey.ctap2", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> PACKAGES = List.of(
            "bytes",
            "fault",
            "files",
            "cbor",
            "model",
            "command",
            "pinuv",
            "transport",
            "u2f",
            "extension",
            "session",
            "webauthn",
            "json",
            "client",
            "metadata",
            "verdict",
            "server",
            "soft",
            "yubico");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.seckey.ctap2.(*)..").should().beFreeOfCycles();

    /** From the bottom to the top; a package may use what its line names, and nothing else of ours. */
    @ArchTest
    static final ArchRule PACKAGES_KNOW_ONLY_WHAT_STANDS_BELOW_THEM = packages()
            .whereLayer("bytes")
            .mayNotAccessAnyLayer()
            .whereLayer("fault")
            .mayNotAccessAnyLayer()
            .whereLayer("files")
            .mayNotAccessAnyLayer()
            .whereLayer("cbor")
            .mayOnlyAccessLayers("bytes", "fault")
            .whereLayer("model")
            .mayOnlyAccessLayers("bytes", "fault", "cbor")
            .whereLayer("command")
            .mayOnlyAccessLayers("bytes", "fault", "cbor", "model")
            .whereLayer("pinuv")
            .mayOnlyAccessLayers("bytes", "fault", "model", "cbor")
            .whereLayer("transport")
            .mayOnlyAccessLayers("bytes", "fault")
            .whereLayer("u2f")
            .mayOnlyAccessLayers("bytes", "fault", "transport")
            .whereLayer("extension")
            .mayOnlyAccessLayers("bytes", "fault", "cbor", "model", "pinuv")
            .whereLayer("session")
            .mayOnlyAccessLayers("bytes", "fault", "cbor", "model", "command", "pinuv", "transport", "extension")
            .whereLayer("webauthn")
            .mayOnlyAccessLayers("bytes", "fault", "cbor", "model")
            .whereLayer("json")
            .mayOnlyAccessLayers("bytes", "fault")
            .whereLayer("client")
            .mayOnlyAccessLayers(
                    "json",
                    "bytes",
                    "fault",
                    "cbor",
                    "model",
                    "command",
                    "pinuv",
                    "transport",
                    "u2f",
                    "extension",
                    "session",
                    "webauthn")
            .whereLayer("metadata")
            .mayOnlyAccessLayers("bytes", "fault", "files", "model")
            .whereLayer("verdict")
            .mayOnlyAccessLayers(
                    "bytes", "fault", "json", "cbor", "model", "transport", "u2f", "session", "webauthn", "metadata")
            .whereLayer("server")
            .mayOnlyAccessLayers("bytes", "fault", "transport", "u2f")
            .whereLayer("soft")
            .mayOnlyAccessLayers(
                    "bytes",
                    "fault",
                    "files",
                    "cbor",
                    "model",
                    "command",
                    "pinuv",
                    "transport",
                    "u2f",
                    "extension",
                    "metadata",
                    "server")
            .whereLayer("yubico")
            .mayOnlyAccessLayers("bytes", "fault", "pinuv", "transport", "server");

    @ArchTest
    static final ArchRule THE_CBOR_LIBRARY_IS_KNOWN_ONLY_IN_CBOR = noClasses()
            .that()
            .resideOutsideOfPackage("dev.seckey.ctap2.cbor")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.upokecenter..");

    @ArchTest
    static final ArchRule BOUNCY_CASTLE_IS_NEVER_A_PROVIDER =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.bouncycastle.jce..");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NOTHING_IS_LOGGED =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.logging..", "org.slf4j..");

    @ArchTest
    static final ArchRule ONLY_THE_TICKER_ASKS_FOR_THE_TIME_THAT_PASSES = noClasses()
            .that()
            .areNotAssignableTo(Ticker.class)
            .should()
            .accessTargetWhere(method(System.class, "nanoTime"));

    @ArchTest
    static final ArchRule ONLY_THE_SLEEPER_SLEEPS = noClasses()
            .that()
            .areNotAssignableTo(Sleeper.class)
            .should()
            .accessTargetWhere(method(Thread.class, "sleep"));

    /** With a clock as its argument, "now" is a method of the same name: it is the class Clock that tells. */
    @ArchTest
    static final ArchRule THE_DATE_COMES_FROM_A_CLOCK_THAT_IS_GIVEN = noClasses()
            .should()
            .accessTargetWhere(method(System.class, "currentTimeMillis"))
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .accessTargetWhere(method(Clock.class, "systemUTC"))
            .orShould()
            .accessTargetWhere(method(Clock.class, "systemDefaultZone"));

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES =
            fields().that().areStatic().should().beFinal();

    private static LayeredArchitecture packages() {
        LayeredArchitecture all = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String each : PACKAGES) {
            all = all.layer(each).definedBy("dev.seckey.ctap2." + each);
        }
        return all;
    }

    private static DescribedPredicate<JavaAccess<?>> method(Class<?> owner, String name) {
        return target(owner(type(owner))).and(target(name(name))).as("%s.%s", owner.getSimpleName(), name);
    }
}
