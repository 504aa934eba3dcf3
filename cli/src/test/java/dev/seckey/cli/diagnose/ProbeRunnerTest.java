package dev.seckey.cli.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.diagnose.catalogue.KeyEntry;
import dev.seckey.cli.diagnose.catalogue.NfcEntry;
import dev.seckey.cli.diagnose.catalogue.RunEntry;
import dev.seckey.cli.diagnose.catalogue.UsbEntry;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.transports.Os;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbeRunnerTest {
    private final CancelToken cancel = new CancelToken();
    private final CountDownLatch never = new CountDownLatch(1);

    private record Named(String name, Consumer<Report> doing) implements Probe {
        @Override
        public void run(Report report) {
            doing.accept(report);
        }
    }

    private Diagnosis run(Duration limit, Probe... probes) {
        return new ProbeRunner(Os.LINUX, Ticker.SYSTEM, cancel).run(List.of(probes), limit);
    }

    private Probe hanging(String name) {
        return new Named(name, report -> {
            report.step("asking " + name);
            report.found(UsbEntry.OPENS, name);
            hang();
            report.found(UsbEntry.BUSY, "too late");
        });
    }

    private void hang() {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whenEveryTargetHangsItEndsWithinItsLimitAndSaysWhich() {
        long start = System.nanoTime();
        Probe[] probes =
                IntStream.range(0, 20).mapToObj(i -> hanging("target " + i)).toArray(Probe[]::new);

        Diagnosis diagnosis = run(Duration.ofMillis(400), probes);

        assertTrue(System.nanoTime() - start < 5_000_000_000L, "it waited far longer");
        List<String> hung = diagnosis.findings().stream()
                .filter(finding -> finding.entry() == RunEntry.HUNG)
                .map(Finding::seen)
                .sorted()
                .toList();
        assertEquals(20, hung.size());
        assertEquals("the check of target 0 did not end within 400 milliseconds, while asking target 0", hung.get(0));
        assertEquals(ExitCode.CANNOT_TELL, diagnosis.exitCode());
    }

    @Test
    void whatWasFoundBeforeAProbeHangsCountsAndWhatItSaysLaterDoesNot() {
        Diagnosis diagnosis = run(Duration.ofMillis(300), hanging("a target"));
        never.countDown();

        assertEquals(
                List.of(RunEntry.HUNG, UsbEntry.OPENS),
                diagnosis.findings().stream().map(Finding::entry).toList());
    }

    @Test
    void aProbeThatBreaksIsAFindingAndTheOthersGoOn() {
        Diagnosis diagnosis = run(
                Duration.ofSeconds(20),
                new Named("a bad day", report -> {
                    throw new IllegalStateException("surprise");
                }),
                new Named("a good day", report -> report.found(KeyEntry.ANSWERS, "here")));

        new Probed(diagnosis).found(RunEntry.BROKE, KeyEntry.ANSWERS);
        assertTrue(new Probed(diagnosis).seen(RunEntry.BROKE).contains("a bad day: java.lang.IllegalStateException"));
    }

    @Test
    void aProbeMayStartOthersAndTheyAreWaitedFor() {
        Probe second = new Named("second", report -> report.found(KeyEntry.ANSWERS, "second"));
        Diagnosis diagnosis = run(Duration.ofSeconds(20), new Named("first", report -> report.also(second)));

        new Probed(diagnosis).found(KeyEntry.ANSWERS);
        assertEquals(2, diagnosis.journals().size());
    }

    @Test
    void aProbeOfAnotherSystemSaysSo() {
        Probe forWindows = new Probe() {
            @Override
            public String name() {
                return "administrator's rights";
            }

            @Override
            public Set<Os> systems() {
                return Set.of(Os.WINDOWS);
            }

            @Override
            public void run(Report report) {
                report.found(UsbEntry.NOT_ELEVATED, "never on Linux");
            }
        };

        assertEquals(
                List.of("administrator's rights (Windows)"),
                run(Duration.ofSeconds(20), forWindows).elsewhere());
    }

    @Test
    void controlCEndsTheWaiting() {
        cancel.cancel();
        new Probed(run(Duration.ofSeconds(60), hanging("a target"))).seen(RunEntry.HUNG);
    }

    @Test
    void theWorstComesFirstAndSupportHearsOnlyWhatMatters() {
        Diagnosis diagnosis = run(Duration.ofSeconds(20), new Named("all", report -> {
            report.found(KeyEntry.ANSWERS, "");
            report.found(NfcEntry.EMPTY, "");
            report.found(NfcEntry.NO_SERVICE, "");
            report.found(KeyEntry.NO_KEY, "");
            report.found(KeyEntry.NO_KEY, "again");
            report.found(RunEntry.BROKE, "");
        }));

        assertEquals(List.of("KEY-002", "RUN-016", "NFC-002"), diagnosis.toTell());
        assertEquals(ExitCode.NO, diagnosis.exitCode());
    }

    @Test
    void warningsAloneAreDone() {
        Probe probe = new Named("all", report -> report.found(NfcEntry.NO_SERVICE, ""));
        assertEquals(ExitCode.DONE, run(Duration.ofSeconds(20), probe).exitCode());
    }
}
