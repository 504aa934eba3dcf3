package dev.seckey.ctap2.cbor;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import dev.seckey.ctap2.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes items in the CTAP2 canonical form (CTAP 2.3 §8). Arrays and maps are walked here, since the library refuses to
 * write the fifth level, which what came in may have.
 */
final class Canonical {
    private static final int ARRAY = 4 << 5;
    private static final int MAP = 5 << 5;

    private static final CBOREncodeOptions OPTIONS = new CBOREncodeOptions("ctap2canonical=true");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Canonical() {}

    static Bytes encode(CBORObject item) {
        Canonical canonical = new Canonical();
        canonical.write(item);
        return Bytes.of(canonical.out.toByteArray());
    }

    private void write(CBORObject item) {
        switch (item.getType()) {
            case Array -> {
                head(ARRAY, item.size());
                item.getValues().forEach(this::write);
            }
            case Map -> {
                head(MAP, item.size());
                Map<Bytes, CBORObject> sorted = new TreeMap<>(KeyOrder.CTAP2);
                item.getEntries().forEach(entry -> sorted.put(encode(entry.getKey()), entry.getValue()));
                sorted.forEach((key, value) -> {
                    out.writeBytes(key.toArray());
                    write(value);
                });
            }
            default -> out.writeBytes(item.EncodeToBytes(OPTIONS));
        }
    }

    /** A head is a whole number with another major type. */
    private void head(int major, int count) {
        byte[] number = CBORObject.FromObject(count).EncodeToBytes(OPTIONS);
        number[0] |= (byte) major;
        out.writeBytes(number);
    }
}
