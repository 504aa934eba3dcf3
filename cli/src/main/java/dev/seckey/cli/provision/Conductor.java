package dev.seckey.cli.provision;

import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.reset.Replugging;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.transports.KeyRef;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sees keys come and go, gives each a thread, and does what all of them want of ledger and terminal. Runs on the thread
 * to which those belong.
 */
public final class Conductor implements Attendant {
    private static final long PAUSE_MILLIS = 100;

    /** While all hands are full: then another key could only be seen to be taken away. */
    private static final long LONG_PAUSE_MILLIS = 500;

    private final Hub hub;
    private final View view;
    private final CancelToken cancel;
    private final Supplier<Deadline> patience;
    private final int parallel;
    private final Desk desk = new Desk();
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<KeyRef, Line> lines = new ConcurrentHashMap<>();
    private final Set<KeyRef> seen = new HashSet<>();
    private final ExecutorService threads;
    private final Tally tally = new Tally();
    private Optional<RuntimeException> fatal = Optional.empty();

    /** @param parallel how many keys are worked on at once */
    public Conductor(Hub hub, View view, CancelToken cancel, Supplier<Deadline> patience, int parallel) {
        this.hub = hub;
        this.view = view;
        this.cancel = cancel;
        this.patience = patience;
        this.parallel = parallel;
        this.threads = Executors.newFixedThreadPool(parallel, task -> {
            Thread made = new Thread(task, "key");
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Until so many keys have come to their end, nobody is left to get one, or Ctrl-C; a key that is in work is finished.
     *
     * @param count absent: no limit
     * @param more whether keys are still wanted
     */
    public Tally run(Function<Bay, KeyReport> provisioner, Optional<Integer> count, Supplier<Boolean> more) {
        try {
            view.waiting(0);
            while (goesOn(count, more)) {
                look(provisioner, count);
                serve();
            }
            while (!lines.isEmpty()) {
                serve();
            }
        } finally {
            threads.shutdown();
            view.close();
        }
        fatal.ifPresent(thrown -> {
            throw thrown;
        });
        return tally;
    }

    /** Until a key has ended or some time has passed: a look at all places costs as much as a step of a key's work. */
    private void serve() {
        int working = lines.size();
        desk.serve(working < parallel ? PAUSE_MILLIS : LONG_PAUSE_MILLIS, () -> lines.size() < working);
        view.tick();
    }

    private boolean goesOn(Optional<Integer> count, Supplier<Boolean> more) {
        return !cancel.isCancelled()
                && fatal.isEmpty()
                && count.map(limit -> tally.handled() < limit).orElse(true)
                && (more.get() || !lines.isEmpty());
    }

    private void look(Function<Bay, KeyReport> provisioner, Optional<Integer> count) {
        List<KeyRef> present =
                hub.keys().list().present().stream().filter(hub.wanted()).toList();
        seen.stream().filter(ref -> !present.contains(ref)).forEach(view::removed);
        seen.retainAll(present);
        for (KeyRef ref : present) {
            boolean wanted =
                    count.map(limit -> tally.handled() + lines.size() < limit).orElse(true);
            if (wanted && lines.size() < parallel && !lines.containsKey(ref) && seen.add(ref)) {
                ref.obstacle()
                        .ifPresentOrElse(
                                obstacle -> view.warn(ref, obstacle.what() + "; " + obstacle.todo()),
                                () -> begin(ref, provisioner));
            }
        }
    }

    private void begin(KeyRef ref, Function<Bay, KeyReport> provisioner) {
        Line line = new Line(patience, cancel, () -> touchNow(ref));
        lines.put(ref, line);
        view.working(ref);
        Bay bay = bay(ref, line);
        threads.execute(() -> {
            try {
                KeyReport report = provisioner.apply(bay);
                desk.post(() -> ended(ref, report));
            } catch (RuntimeException e) {
                desk.post(() -> {
                    lines.remove(ref);
                    fatal = fatal.or(() -> Optional.of(e));
                });
            }
        });
    }

    private Bay bay(KeyRef ref, Line line) {
        KeyOpener opener = hub.opener().on(line::exchange);
        Replugging replugging = new Replugging(
                hub.keys(), opener, new Prompts(text -> say(ref, text)), cancel, patience, Sleeper.SYSTEM);
        return new Bay(ref, hub.keys().simulated(), opener, replugging);
    }

    private void ended(KeyRef ref, KeyReport report) {
        lines.remove(ref);
        tally.add(report);
        view.ended(ref, report, tally.handled());
        hub.takeAway().accept(ref);
    }

    @Override
    public <T> T atDesk(Supplier<T> work) {
        return desk.call(work);
    }

    /** In turn, so that one voice says which key is to be touched. */
    @Override
    public <T> T touching(KeyRef key, Supplier<T> work) {
        takeTurn();
        try {
            requireGoingOn();
            return lines.get(key).touching(work);
        } finally {
            desk.post(() -> view.touched(key));
            turn.release();
        }
    }

    private void takeTurn() {
        boolean taken = false;
        while (!taken) {
            requireGoingOn();
            try {
                taken = turn.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TransportFault(Reason.CANCELLED, "interrupted before the key was touched", e);
            }
        }
    }

    private void requireGoingOn() {
        if (cancel.isCancelled()) {
            throw new TransportFault(Reason.CANCELLED, "cancelled before the key was touched");
        }
    }

    @Override
    public void touchNow(KeyRef key) {
        desk.post(() -> view.touch(key));
    }

    @Override
    public void envelope(KeyRef key, Person person) {
        desk.post(() -> view.envelope(key, person));
    }

    @Override
    public void warn(KeyRef key, String text) {
        desk.post(() -> view.warn(key, text));
    }

    @Override
    public void say(KeyRef key, String text) {
        desk.post(() -> view.say(key, text));
    }
}
