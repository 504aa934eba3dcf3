package dev.seckey.ctap2.cbor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.published.PythonFido2;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, it is an item or a {@link MalformedFault}; an item goes out as it came in. The seed is fixed. */
class CborFuzzTest {
    private final Random random = new Random(20260703);

    @Test
    void randomBytes() {
        int items = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] in = new byte[1 + random.nextInt(24)];
            random.nextBytes(in);
            items += survives(in) ? 1 : 0;
        }
        assertTrue(items > 1_000, items + " items");
    }

    @Test
    void aGetInfoResponseWithChangedBytes() {
        int items = 0;
        for (int i = 0; i < 100_000; i++) {
            items += survives(mutate(PythonFido2.INFO.toArray())) ? 1 : 0;
        }
        assertTrue(items > 10_000, items + " items");
    }

    private byte[] mutate(byte[] in) {
        byte[] out = in;
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(out.length);
            switch (random.nextInt(4)) {
                case 0 -> out[at] = (byte) random.nextInt(256);
                case 1 -> out[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> out = Arrays.copyOf(out, 1 + at);
                default -> System.arraycopy(out, at, out, random.nextInt(at + 1), out.length - at);
            }
        }
        return out;
    }

    private static boolean survives(byte[] in) {
        Optional<Cbor.Decoded<CborItem>> decoded = decode(in);
        decoded.ifPresent(item -> {
            Bytes out = item.value().encode();
            Cbor.Decoded<CborItem> again = Cbor.decode(out.toArray());
            assertEquals(item.value(), again.value());
            assertEquals(out, again.value().encode());
            if (item.deviations().isEmpty()) {
                assertArrayEquals(in, out.toArray());
            }
        });
        return decoded.isPresent();
    }

    private static Optional<Cbor.Decoded<CborItem>> decode(byte[] in) {
        try {
            return Optional.of(Cbor.decode(in));
        } catch (MalformedFault expected) {
            return Optional.empty();
        }
    }
}
