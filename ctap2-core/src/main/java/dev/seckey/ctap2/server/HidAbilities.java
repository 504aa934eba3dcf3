package dev.seckey.ctap2.server;

import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.transport.HidCommand;
import dev.seckey.ctap2.transport.HidInfo;
import dev.seckey.ctap2.transport.HidPacket;
import java.util.Optional;

/** Which CTAPHID messages an authenticator takes, as far as their first packets tell (CTAP 2.3 §11.2.9). */
record HidAbilities(RequestHandler handler) {
    /** The capabilities that it announces with a channel (§11.2.9.1.3). */
    int flags() {
        return HidInfo.WINK | (handler.speaksCtap2() ? HidInfo.CBOR : 0) | (handler.speaksU2f() ? 0 : HidInfo.NO_MSG);
    }

    /** What speaks against a message. */
    Optional<CtapStatus> refusal(HidPacket first) {
        if (first.length() > HidPacket.MAX_MESSAGE) {
            return Optional.of(CtapStatus.INVALID_LENGTH);
        }
        Optional<HidCommand> command = HidCommand.of(first.command());
        if (command.isEmpty()) {
            return unless(isVendor(first.command()) && handler.extra().isPresent(), CtapStatus.INVALID_COMMAND);
        }
        return switch (command.get()) {
            case PING -> Optional.empty();
            case MSG -> filled(first, handler.speaksU2f());
            case CBOR -> filled(first, handler.speaksCtap2());
            case WINK -> unless(first.length() == 0, CtapStatus.INVALID_LENGTH);
            case LOCK -> unless(first.length() == 1, CtapStatus.INVALID_LENGTH);
            case INIT, CANCEL, KEEPALIVE, ERROR -> Optional.of(CtapStatus.INVALID_COMMAND);
        };
    }

    private static Optional<CtapStatus> filled(HidPacket first, boolean spoken) {
        return spoken ? unless(first.length() > 0, CtapStatus.INVALID_LENGTH) : Optional.of(CtapStatus.INVALID_COMMAND);
    }

    private static Optional<CtapStatus> unless(boolean fine, CtapStatus status) {
        return fine ? Optional.empty() : Optional.of(status);
    }

    static boolean isVendor(int command) {
        return command >= HidCommand.FIRST_VENDOR && command <= HidCommand.LAST_VENDOR;
    }
}
