package dev.seckey.cli.diagnose;

import dev.seckey.cli.diagnose.catalogue.RunEntry;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.transports.Os;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs probes at once, each on a daemon thread of its own, under one time limit. Calls into drivers and services cannot be
 * interrupted: a probe that does not come back is left to its thread, and a finding says what it was at.
 */
public final class ProbeRunner {
    private static final long LOOK_MILLIS = 100;

    private final Os os;
    private final Ticker ticker;
    private final CancelToken cancel;
    private final Map<Report, Boolean> running = new LinkedHashMap<>();

    /** @param cancel Ctrl-C ends the waiting */
    public ProbeRunner(Os os, Ticker ticker, CancelToken cancel) {
        this.os = os;
        this.ticker = ticker;
        this.cancel = cancel;
    }

    /** @param limit for all of them together, by the wall's clock: it holds also where a driver stands still */
    public Diagnosis run(List<? extends Probe> probes, Duration limit) {
        long start = System.nanoTime();
        List<String> elsewhere = new ArrayList<>();
        for (Probe probe : probes) {
            if (probe.systems().contains(os)) {
                start(probe);
            } else {
                elsewhere.add(probe.name() + " (" + systems(probe) + ")");
            }
        }
        await(start + limit.toNanos());
        return diagnosis(elsewhere, limit, (System.nanoTime() - start) / 1_000_000);
    }

    private void start(Probe probe) {
        Report report = new Report(probe, ticker, cancel, this::start);
        synchronized (running) {
            running.put(report, true);
        }
        Thread thread = new Thread(() -> run(report), "probe: " + probe.name());
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Report report) {
        try {
            report.probe().run(report);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            report.found(RunEntry.BROKE, "the check of " + report.probe().name() + ": " + e);
            report.note(List.of(e.getStackTrace()).toString());
        } finally {
            synchronized (running) {
                running.put(report, false);
                running.notifyAll();
            }
        }
    }

    private void await(long end) {
        synchronized (running) {
            while (running.containsValue(true) && !cancel.isCancelled()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                try {
                    running.wait(Math.min(left, LOOK_MILLIS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private Diagnosis diagnosis(List<String> elsewhere, Duration limit, long millis) {
        Map<Report, Boolean> all;
        synchronized (running) {
            all = new LinkedHashMap<>(running);
        }
        List<Finding> findings = new ArrayList<>();
        List<Diagnosis.Journal> journals = new ArrayList<>();
        all.forEach((report, hangs) -> {
            report.close();
            findings.addAll(report.findings());
            if (hangs) {
                findings.add(hung(report, limit));
            }
            journals.add(report.journal());
        });
        return new Diagnosis(findings, elsewhere, journals, millis);
    }

    private static Finding hung(Report report, Duration limit) {
        String at = report.lastStep().isEmpty() ? "" : ", while " + report.lastStep();
        return new Finding(
                RunEntry.HUNG,
                "the check of " + report.probe().name() + " did not end within " + seconds(limit) + at,
                List.of());
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " seconds" : time.toMillis() + " milliseconds";
    }

    private static String systems(Probe probe) {
        return probe.systems().stream().map(ProbeRunner::title).collect(Collectors.joining(", "));
    }

    private static String title(Os os) {
        return os == Os.MAC
                ? "macOS"
                : os.name().charAt(0) + os.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
