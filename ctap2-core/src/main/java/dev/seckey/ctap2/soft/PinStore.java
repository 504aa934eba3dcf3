package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;

/** The PIN and its tries (CTAP 2.3 §6.5.2.2): a try is taken away before the comparison. */
final class PinStore implements Kept {
    private static final Field<Bytes> HASH = Field.of("hash", CborType.BYTES);
    private static final Field<Integer> LENGTH = Field.of("length", CborType.UNSIGNED);
    private static final Field<Integer> RETRIES = Field.of("retries", CborType.UNSIGNED);

    /** Wrong PINs in a row until the key locks itself up to the next power cycle. */
    private static final int TRIES_PER_POWER_CYCLE = 3;

    private Secret hash = Secret.taking(new byte[0]);
    private int length;
    private int retries = PinSettings.MAX_RETRIES;
    private int mismatches;

    /** The state in which a profile hands the key out. */
    void setUp(PinSettings settings) {
        clear();
        settings.pin().ifPresent(pin -> set(pin.toArray()));
        retries = settings.retries();
    }

    void clear() {
        hash.close();
        hash = Secret.taking(new byte[0]);
        length = 0;
        retries = PinSettings.MAX_RETRIES;
        mismatches = 0;
    }

    boolean isSet() {
        return hash.size() > 0;
    }

    /** In code points. */
    int length() {
        return length;
    }

    int retries() {
        return retries;
    }

    boolean locked() {
        return mismatches >= TRIES_PER_POWER_CYCLE;
    }

    void powerCycle() {
        mismatches = 0;
    }

    /** @param pin its bytes without padding */
    void set(byte[] pin) {
        hash.close();
        hash = PinUvAuthProtocol.leftOfSha256(pin);
        length = PinPolicy.codePoints(pin);
        retries = PinSettings.MAX_RETRIES;
        mismatches = 0;
    }

    /** Throws if no try is left, or none before the next power cycle. */
    void checkTriesLeft() {
        if (retries == 0) {
            throw new AuthenticatorFault(CtapStatus.PIN_BLOCKED);
        }
        if (locked()) {
            throw new AuthenticatorFault(CtapStatus.PIN_AUTH_BLOCKED);
        }
    }

    void takeTry() {
        retries--;
    }

    /** @param candidate LEFT(SHA-256(pin), 16), or whatever the client sent for it */
    boolean matches(Bytes candidate) {
        return isSet() && hash.matches(candidate.toArray());
    }

    void matched() {
        retries = PinSettings.MAX_RETRIES;
        mismatches = 0;
    }

    /** What a wrong PIN is answered with. */
    AuthenticatorFault mismatched() {
        mismatches++;
        if (retries == 0) {
            return new AuthenticatorFault(CtapStatus.PIN_BLOCKED);
        }
        return new AuthenticatorFault(locked() ? CtapStatus.PIN_AUTH_BLOCKED : CtapStatus.PIN_INVALID);
    }

    @Override
    public CborMap save() {
        return CborMap.builder()
                .put(HASH, Bytes.of(hash.expose()))
                .put(LENGTH, length)
                .put(RETRIES, retries)
                .build();
    }

    @Override
    public void restore(CborMap saved) {
        hash.close();
        hash = Secret.taking(saved.require(HASH).toArray());
        length = saved.require(LENGTH);
        retries = saved.require(RETRIES);
    }
}
