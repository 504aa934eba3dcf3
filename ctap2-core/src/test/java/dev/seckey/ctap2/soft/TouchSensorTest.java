package dev.seckey.ctap2.soft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.command.Command;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.Reset;
import dev.seckey.ctap2.command.Selection;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.transport.Keepalive;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that waits for the user waits in the same way. */
class TouchSensorTest {
    private final KeyInHand key = KeyInHand.plain();

    static Stream<Command<?>> waiting() {
        return Stream.of(new Selection(), new Reset(), Requests.make(), Requests.makeDiscoverable(Requests.USER));
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void aTouchEndsTheWait(Command<?> command) {
        key.user = UserPresence.after(1_000);
        assertEquals(CtapStatus.OK, key.status(command));
        assertEquals(1_000, millis());
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void aKeepaliveIsSentEvery100Milliseconds(Command<?> command) {
        key.user = UserPresence.after(1_000);
        key.status(command);
        assertEquals(Collections.nCopies(10, Keepalive.USER_PRESENCE_NEEDED), key.keepalives);
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void whoeverIsThereAlreadyNeedsNoKeepalive(Command<?> command) {
        assertEquals(CtapStatus.OK, key.status(command));
        assertEquals(Collections.emptyList(), key.keepalives);
    }

    /** §11.2.9.1.6: when the status changes. Clients judge by it whether a touch was asked for. */
    @ParameterizedTest
    @MethodSource("waiting")
    void whoeverTouchesWhenAskedIsAsked(Command<?> command) {
        key.user = UserPresence.AT_ONCE;
        assertEquals(CtapStatus.OK, key.status(command));
        assertEquals(List.of(Keepalive.USER_PRESENCE_NEEDED), key.keepalives);
        assertEquals(0, millis());
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void aRefusalIsADenial(Command<?> command) {
        key.user = UserPresence.REFUSES;
        assertEquals(CtapStatus.OPERATION_DENIED, key.status(command));
    }

    /** In makeCredential and getAssertion a touch that does not come is one that was refused (CTAP 2.3 §6.1.2, §6.2.2). */
    @ParameterizedTest
    @MethodSource("waiting")
    void nobodyIsWaitedForLongerThanThirtySeconds(Command<?> command) {
        key.user = UserPresence.NEVER;
        boolean ceremony = command instanceof MakeCredential;
        assertEquals(ceremony ? CtapStatus.OPERATION_DENIED : CtapStatus.USER_ACTION_TIMEOUT, key.status(command));
        assertEquals(30_000, millis());
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void aCancelEndsTheWait(Command<?> command) {
        key.user = UserPresence.NEVER;
        key.patience = 3;
        assertEquals(CtapStatus.KEEPALIVE_CANCEL, key.status(command));
        assertEquals(300, millis());
    }

    private long millis() {
        return key.time.nanos() / 1_000_000;
    }
}
