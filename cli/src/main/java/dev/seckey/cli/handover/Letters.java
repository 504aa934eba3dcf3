package dev.seckey.cli.handover;

import com.samskivert.mustache.Mustache;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.files.DurableFile;
import dev.seckey.ctap2.pinuv.Secret;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One printable page a person: HTML that needs nothing else, in a file that only its owner can read. Here, and in
 * {@code handover open}, a PIN does become a String: it is to be read by a person.
 */
public final class Letters {
    private Letters() {}

    /** Of several PINs for one key, the newest: that was set last. */
    public static List<PinDocument> newest(Collection<PinDocument> documents) {
        Map<String, PinDocument> byKey = new LinkedHashMap<>();
        for (PinDocument each : documents) {
            byKey.merge(
                    each.about("key").orElse(""),
                    each,
                    (first, second) -> second.created().isBefore(first.created()) ? first : second);
        }
        return List.copyOf(byKey.values());
    }

    /** @throws FileFault if the file cannot be written */
    public static void write(List<PinDocument> documents, Path file) {
        byte[] html = html(documents).getBytes(StandardCharsets.UTF_8);
        try {
            DurableFile.replace(file, html);
        } catch (IOException e) {
            throw new FileFault("the letters cannot be written into " + file, e);
        } finally {
            Arrays.fill(html, (byte) 0);
        }
    }

    static String html(List<PinDocument> documents) {
        List<Map<String, Object>> letters =
                documents.stream().map(Letters::letter).toList();
        try (Reader template =
                new InputStreamReader(Letters.class.getResourceAsStream("letters.mustache"), StandardCharsets.UTF_8)) {
            return Mustache.compiler().compile(template).execute(Map.of("count", letters.size(), "letters", letters));
        } catch (IOException e) {
            throw new IllegalStateException("the template of letters is missing", e);
        }
    }

    private static Map<String, Object> letter(PinDocument document) {
        List<Map<String, String>> facts = new ArrayList<>();
        fact("Marking on the key", "asset", document, facts);
        fact("Serial number", "serial", document, facts);
        fact("Model", "model", document, facts);
        fact("Your number", "personId", document, facts);
        String name = document.about("personName").orElse("To the holder of the key named below");
        return Map.of("name", name, "facts", facts, "pin", text(document));
    }

    private static void fact(String label, String member, PinDocument document, List<Map<String, String>> facts) {
        document.about(member).ifPresent(value -> facts.add(Map.of("label", label, "value", value)));
    }

    /** The PIN, to be read by a person. */
    public static String text(PinDocument document) {
        try (Secret utf8 = document.pin().utf8()) {
            return new String(utf8.expose(), StandardCharsets.UTF_8);
        }
    }
}
