package dev.seckey.cli.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.SimulatedBox;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import dev.seckey.transports.KeyRef;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several keys at once. */
@Timeout(60)
class ConductorTest {
    private final CancelToken cancel = new CancelToken();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private static KeyReport report(Bay bay) {
        KeyRef ref = bay.ref();
        KeyIdentity key = new KeyIdentity(
                ref.selector(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ref.product()),
                Optional.of("usb"),
                Optional.of(ref.selector()),
                Optional.empty(),
                Optional.empty(),
                true);
        return new KeyReport(
                key,
                Optional.of(Outcome.DONE),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Conductor conductor(SimulatedBox box, int parallel) {
        Hub hub = new Hub(
                box,
                any -> true,
                exchanges -> new KeyOpener(box, SecureRandom::new, Trace.NONE, exchanges),
                ref -> box.takeAway(ref.path()));
        return new Conductor(
                hub, new Seen(), cancel, () -> Deadline.after(Ticker.SYSTEM, Duration.ofSeconds(30)), parallel);
    }

    private static SimulatedBox box(int count, int places) {
        return new SimulatedBox(new KeySelector.Simulated("level2", false, Optional.empty()), count, places);
    }

    private void run(int count, int parallel, Function<Conductor, Function<Bay, KeyReport>> work) {
        try (SimulatedBox box = box(count, parallel)) {
            Conductor conductor = conductor(box, parallel);
            Tally tally = conductor.run(work.apply(conductor), Optional.of(count), () -> true);
            assertEquals(count, tally.of(Outcome.DONE));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aKeyThatWaitsForItsTouchHoldsUpNoOther() {
        CountDownLatch othersDone = new CountDownLatch(3);
        run(4, 2, conductor -> bay -> {
            if (bay.ref().path().equals("simulated-1")) {
                conductor.touching(bay.ref(), () -> {
                    await(othersDone);
                    return bay;
                });
            } else {
                othersDone.countDown();
            }
            return report(bay);
        });
        assertTrue(seen.indexOf("working usb:simulated-4") < seen.indexOf("ended usb:simulated-1"), seen::toString);
    }

    @Test
    void eachKeyAsksForItsTouchInTurn() {
        CountDownLatch allThere = new CountDownLatch(3);
        AtomicInteger asking = new AtomicInteger();
        run(3, 3, conductor -> bay -> {
            allThere.countDown();
            await(allThere);
            conductor.touching(bay.ref(), () -> {
                assertEquals(1, asking.incrementAndGet());
                conductor.touchNow(bay.ref());
                return asking.decrementAndGet();
            });
            return report(bay);
        });
        List<String> touches =
                seen.stream().filter(word -> word.contains("touch")).toList();
        for (int i = 0; i < touches.size(); i += 2) {
            String key = touches.get(i).replace("touch ", "");
            assertEquals(List.of("touch " + key, "touched " + key), touches.subList(i, i + 2), touches::toString);
        }
        assertEquals(6, touches.size());
    }

    @Test
    void ctrlCEndsTheWaitForATurn() {
        try (SimulatedBox box = box(2, 2)) {
            Conductor conductor = conductor(box, 2);
            CountDownLatch bothThere = new CountDownLatch(2);
            Tally tally = conductor.run(
                    bay -> {
                        bothThere.countDown();
                        await(bothThere);
                        try {
                            return conductor.touching(bay.ref(), () -> {
                                cancel.cancel();
                                return report(bay);
                            });
                        } catch (TransportFault e) {
                            seen.add(e.getMessage());
                            return report(bay);
                        }
                    },
                    Optional.of(2),
                    () -> true);
            assertEquals(2, tally.handled());
            assertTrue(seen.contains("cancelled before the key was touched"), seen::toString);
        }
    }

    /** Puts down what a person would see. */
    private final class Seen implements View {
        @Override
        public void waiting(int handled) {
            seen.add("waiting");
        }

        @Override
        public void working(KeyRef key) {
            seen.add("working " + key.selector());
        }

        @Override
        public void touch(KeyRef key) {
            seen.add("touch " + key.selector());
        }

        @Override
        public void touched(KeyRef key) {
            seen.add("touched " + key.selector());
        }

        @Override
        public void envelope(KeyRef key, Person person) {
            seen.add("envelope " + key.selector());
        }

        @Override
        public void say(KeyRef key, String text) {
            seen.add(text);
        }

        @Override
        public void warn(KeyRef key, String text) {
            seen.add(text);
        }

        @Override
        public void ended(KeyRef key, KeyReport report, int handled) {
            seen.add("ended " + key.selector());
        }

        @Override
        public void removed(KeyRef key) {
            seen.add("removed " + key.selector());
        }

        @Override
        public void tick() {
            // nothing moves
        }

        @Override
        public void close() {
            seen.add("closed");
        }
    }
}
