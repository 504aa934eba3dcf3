package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.model.Aaguid;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A model's name alone, out of an index that nothing is judged by. It stands right behind the AAGUID, and is taken from
 * there: Java 25 is busy for 20 ms before it reads its first JSON (the tables of BigDecimal), which a command that only
 * names a key would spend on nothing else.
 */
final class ModelName {
    private static final String NAME = "\"" + EntryJson.NAME + "\":\"";

    private ModelName() {}

    /** @throws TrustFault if the index is damaged */
    static Optional<String> in(byte[] index, Aaguid aaguid) {
        Lines lines = new Lines(index);
        MetadataIndex.requireWhole(lines);
        byte[] start = MetadataIndex.start(EntryJson.FIRST, aaguid.toString());
        return lines.startingWith(start).map(line -> read(line, start.length + ",".length()));
    }

    /** A name with something escaped in it is left to the reader of JSON. */
    private static String read(byte[] line, int at) {
        String text = new String(line, StandardCharsets.US_ASCII);
        int from = at + NAME.length();
        int end = text.indexOf('"', from);
        boolean plain = text.startsWith(NAME, at) && end > 0 && text.lastIndexOf('\\', end) < from;
        return plain ? text.substring(from, end) : EntryJson.read(line).name();
    }
}
