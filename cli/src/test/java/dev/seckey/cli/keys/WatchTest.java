package dev.seckey.cli.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.keys.Watch.Change;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final KeyRef ONE = KeyRef.reader("one", Optional.empty());
    private static final KeyRef TWO = KeyRef.reader("two", Optional.empty());

    private final List<Long> pauses = new ArrayList<>();

    /** What is told when these are in sight, one list a look. */
    private List<String> told(List<List<KeyRef>> looks) {
        CancelToken cancel = new CancelToken();
        Iterator<List<KeyRef>> next = looks.iterator();
        Keys keys = new Keys() {
            @Override
            public Listing list() {
                Listing listing = new Listing(next.next(), List.of());
                if (!next.hasNext()) {
                    cancel.cancel();
                }
                return listing;
            }

            @Override
            public HidPipe openUsb(String path) {
                throw new AssertionError();
            }

            @Override
            public ApduPipe openNfc(String reader) {
                throw new AssertionError();
            }
        };
        List<String> events = new ArrayList<>();
        new Watch(keys, pauses::add, cancel).run((change, key) -> events.add(event(change, key)));
        return events;
    }

    private static String event(Change change, KeyRef key) {
        return change + " " + key.path();
    }

    @Test
    void whatIsThereAtFirstIsPresent() {
        assertEquals(List.of("PRESENT one", "PRESENT two"), told(List.of(List.of(ONE, TWO))));
    }

    @Test
    void whatComesIsInsertedAndWhatGoesIsRemoved() {
        assertEquals(
                List.of("PRESENT one", "INSERTED two", "REMOVED one", "REMOVED two"),
                told(List.of(List.of(ONE), List.of(ONE, TWO), List.of(TWO), List.of())));
    }

    @Test
    void nothingIsToldWhileNothingChanges() {
        assertEquals(List.of("PRESENT one"), told(List.of(List.of(ONE), List.of(ONE), List.of(ONE))));
        assertEquals(List.of(500L, 500L), pauses);
    }

    @Test
    void aReaderWithoutACardIsNoKey() {
        KeyRef empty = KeyRef.reader("one", Optional.of(new Obstacle(Reason.NO_KEY, "no card", "lay a key on it")));
        assertEquals(
                List.of("INSERTED one", "REMOVED one"), told(List.of(List.of(empty), List.of(ONE), List.of(empty))));
    }
}
