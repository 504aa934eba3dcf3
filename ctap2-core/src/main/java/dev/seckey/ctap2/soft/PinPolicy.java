package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;

/** What PINs the key takes, and whether it wants another one (CTAP 2.3 §6.11.4). */
final class PinPolicy implements Kept {
    private static final Field<Integer> MIN_LENGTH = Field.of("minLength", CborType.UNSIGNED);
    private static final Field<Boolean> COMPLEX = Field.of("complex", CborType.BOOL);
    private static final Field<Boolean> CHANGE_FORCED = Field.of("changeForced", CborType.BOOL);

    private static final int MOST_BYTES = 63;

    private final PinSettings settings;
    private int minLength;
    private boolean complex;
    private boolean changeForced;

    PinPolicy(PinSettings settings) {
        this.settings = settings;
        reset();
        changeForced = settings.changeForced();
    }

    void reset() {
        minLength = settings.minLength();
        complex = false;
        changeForced = false;
    }

    int minLength() {
        return minLength;
    }

    int maxLength() {
        return settings.maxLength();
    }

    boolean complex() {
        return complex;
    }

    boolean changeForced() {
        return changeForced;
    }

    void raiseMinLength(int codePoints) {
        minLength = codePoints;
    }

    void wantComplexity() {
        complex = true;
    }

    void forceChange() {
        changeForced = true;
    }

    void changed() {
        changeForced = false;
    }

    /** @param pin UTF-8, without padding */
    boolean allows(byte[] pin) {
        int length = codePoints(pin);
        return pin.length <= MOST_BYTES
                && length >= minLength
                && length <= settings.maxLength()
                && (!complex || !isSimple(pin));
    }

    static int codePoints(byte[] utf8) {
        int count = 0;
        for (byte octet : utf8) {
            count += (octet & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    /** All the same, or a straight run up or down: 1111, 1234, 9876. */
    private static boolean isSimple(byte[] pin) {
        for (int step = -1; step <= 1; step++) {
            boolean straight = true;
            for (int i = 1; i < pin.length && straight; i++) {
                straight = pin[i] - pin[i - 1] == step;
            }
            if (straight) {
                return true;
            }
        }
        return false;
    }

    @Override
    public CborMap save() {
        return CborMap.builder()
                .put(MIN_LENGTH, minLength)
                .put(COMPLEX, complex)
                .put(CHANGE_FORCED, changeForced)
                .build();
    }

    @Override
    public void restore(CborMap saved) {
        minLength = saved.require(MIN_LENGTH);
        complex = saved.require(COMPLEX);
        changeForced = saved.require(CHANGE_FORCED);
    }
}
