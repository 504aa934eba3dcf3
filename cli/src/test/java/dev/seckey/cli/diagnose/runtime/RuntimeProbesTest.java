package dev.seckey.cli.diagnose.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probed;
import dev.seckey.cli.diagnose.catalogue.RunEntry;
import dev.seckey.cli.policy.Policies;
import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.Os;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeProbesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @TempDir
    private Path root;

    private Machine machine(Os os) {
        return new BenchMachine(root).with(os).machine();
    }

    private Probed clock(Os os, String now) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return Probed.run(os, new ClockProbe(machine(os), clock, LocalDate.parse("2026-06-17")));
    }

    @Test
    void aClockBeforeTheDayThisVersionWasMadeIsWrong() {
        clock(Os.LINUX, "2026-06-17T00:00:00Z").found(RunEntry.CLOCK);
        Probed behind = clock(Os.LINUX, "2026-06-16T23:59:59Z").found(RunEntry.CLOCK_BEHIND);
        assertEquals("it shows 2026-06-16, and seckey knows 2026-06-17", behind.seen(RunEntry.CLOCK_BEHIND));
        assertEquals(List.of("sudo timedatectl set-ntp true"), behind.commands(RunEntry.CLOCK_BEHIND));
        assertEquals(
                List.of("w32tm /resync"),
                clock(Os.WINDOWS, "2001-01-01T00:00:00Z").commands(RunEntry.CLOCK_BEHIND));
        assertEquals(
                List.of("sudo sntp -sS time.apple.com"),
                clock(Os.MAC, "2001-01-01T00:00:00Z").commands(RunEntry.CLOCK_BEHIND));
    }

    private static IndexHeader list(IndexHeader.Kind kind, String date, Optional<LocalDate> nextUpdate) {
        IndexHeader any = MetadataIndex.embedded().header();
        return new IndexHeader(
                kind,
                any.number(),
                nextUpdate,
                LocalDate.parse(date),
                any.origin(),
                any.source(),
                any.signer(),
                any.root(),
                any.entries(),
                any.totalEntries(),
                any.roots(),
                any.notes());
    }

    private static Probed metadata(IndexHeader header) {
        return Probed.run(new MetadataProbe(() -> header, TODAY, 365));
    }

    @Test
    void metadataAgeBySteps() {
        Optional<LocalDate> due = Optional.of(LocalDate.parse("2026-11-01"));
        metadata(list(IndexHeader.Kind.SNAPSHOT, "2026-06-17", due)).found(RunEntry.METADATA);
        metadata(list(IndexHeader.Kind.BLOB, "2026-10-17", Optional.of(TODAY))).found(RunEntry.METADATA);
        assertTrue(metadata(list(IndexHeader.Kind.BLOB, "2026-10-17", due))
                .found(RunEntry.METADATA_STALE)
                .seen(RunEntry.METADATA_STALE)
                .endsWith("; due since 2026-11-01"));
        assertTrue(metadata(list(IndexHeader.Kind.BLOB, "2025-01-01", due))
                .found(RunEntry.METADATA_OLD)
                .seen(RunEntry.METADATA_OLD)
                .endsWith("(692 days ago); at most 365 days are allowed"));
    }

    @Test
    void metadataThatCannotBeReadIsFetchedAgain() {
        Probed probed = Probed.run(new MetadataProbe(
                () -> {
                    throw new TrustFault("the stored metadata is damaged");
                },
                TODAY,
                365));
        assertEquals(
                List.of("seckey metadata update"),
                probed.found(RunEntry.METADATA_DAMAGED).commands(RunEntry.METADATA_DAMAGED));
    }

    @Test
    void aPolicyFileThatIsBrokenIsNamedWithThePlace() throws Exception {
        Path folder = Files.createDirectories(root.resolve("policies"));
        Probed.run(new PolicyProbe(new Policies(Optional.of(root)))).found(RunEntry.POLICY);

        Files.writeString(folder.resolve("ward.toml"), "title = \n");
        Probed probed = Probed.run(new PolicyProbe(new Policies(Optional.of(root))))
                .found(RunEntry.POLICY, RunEntry.POLICY_BROKEN);
        assertTrue(
                probed.seen(RunEntry.POLICY_BROKEN).contains("ward.toml: line 1"), probed.seen(RunEntry.POLICY_BROKEN));
    }

    @Test
    void aLibraryThatIsMissingStopsWork() {
        Probed probed = Probed.run(new JavaProbe(machine(Os.LINUX), path -> {
            throw new AccessAdvice(Os.LINUX)
                    .usbLibrary(new UnsatisfiedLinkError("libudev.so.1: cannot open shared object file"))
                    .fault();
        }));
        assertTrue(probed.seen(RunEntry.NO_LIBRARY)
                .endsWith("install libudev.so.1: package libudev1 (Debian, Ubuntu), systemd-libs (Fedora, Red Hat)"));
    }

    @Test
    void theSystemsOwnLibraryIsTold() {
        new BenchMachine(root)
                .file(
                        "/proc/self/maps",
                        "7f00-7f01 r-xp 00000000 08:01 42   /usr/lib/x86_64-linux-gnu/libhidapi-hidraw.so.0.0.0\n");
        Probed probed = Probed.run(new JavaProbe(machine(Os.LINUX), path -> {}));
        assertEquals("/usr/lib/x86_64-linux-gnu/libhidapi-hidraw.so.0.0.0", probed.seen(RunEntry.SYSTEM_LIBRARY));
    }

    @Test
    void withoutATerminalNobodyCanBeAsked() {
        Probed probed = Probed.run(new JavaProbe(machine(Os.LINUX), path -> {}));
        probed.found(RunEntry.JAVA, RunEntry.NO_TERMINAL, RunEntry.LIBRARY);

        new BenchMachine(root).file("/dev/tty", "");
        Probed.run(new JavaProbe(machine(Os.LINUX), path -> {}))
                .found(RunEntry.JAVA, RunEntry.TERMINAL, RunEntry.LIBRARY);
    }
}
