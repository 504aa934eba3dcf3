package dev.seckey.cli.handover;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.pinuv.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is encrypted: one JSON object in UTF-8 with the PIN of one key, whose it is, and as its last member the SHA-256 of
 * all octets before that member, since the encryption alone does not show damage. The PIN goes in and out as bytes and
 * characters that are wiped, never as a String.
 *
 * @param created when the PIN was made
 */
public record PinDocument(Instant created, Map<String, String> about, Pin pin) implements AutoCloseable {
    private static final String KIND = "seckey handover";
    private static final String PIN = ",\"pin\":\"";
    private static final String CHECK = "\",\"sha256\":\"";
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** @param name "key", "serial", "asset", "model", "personId", "personName" or "personEmail" */
    public Optional<String> about(String name) {
        return Optional.ofNullable(about.get(name));
    }

    static Secret write(Instant created, KeyIdentity key, Optional<Person> person, Pin pin) {
        WipedStream out = new WipedStream();
        try (Secret utf8 = pin.utf8()) {
            byte[] head = head(created, key, person).getBytes(StandardCharsets.US_ASCII);
            out.write(head, 0, head.length - 1); // without its closing brace
            out.writeBytes(PIN.getBytes(StandardCharsets.US_ASCII));
            for (byte octet : utf8.expose()) {
                escape(octet, out);
            }
            String check = out.sha256().hex();
            out.writeBytes((CHECK + check + "\"}\n").getBytes(StandardCharsets.US_ASCII));
            return Secret.taking(out.toByteArray());
        } finally {
            out.wipe();
        }
    }

    private static void escape(byte octet, ByteArrayOutputStream out) {
        if (octet == '"' || octet == '\\') {
            out.write('\\');
            out.write(octet);
        } else if (octet >= 0 && octet < 0x20) {
            out.writeBytes(String.format("\\u%04x", octet).getBytes(StandardCharsets.US_ASCII));
        } else {
            out.write(octet);
        }
    }

    private static String head(Instant created, KeyIdentity key, Optional<Person> person) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("document", KIND);
            out.writeStringField("created", created.toString());
            out.writeStringField("key", key.id());
            member(out, "serial", key.serial());
            member(out, "asset", key.asset());
            member(out, "model", key.model());
            member(out, "personId", person.map(Person::id));
            member(out, "personName", person.map(Person::name));
            member(out, "personEmail", person.flatMap(Person::email));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    private static void member(JsonGenerator out, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            out.writeStringField(name, value.get());
        }
    }

    /**
     * @param octets stay the caller's to wipe
     * @param file for messages
     * @throws FileFault if it is damaged or something else
     */
    static PinDocument read(byte[] octets, String file) {
        Map<String, String> members = new HashMap<>();
        Optional<Pin> pin = Optional.empty();
        try (JsonParser in = JSON.createParser(octets)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals("pin")) {
                    pin = Optional.of(Pin.takingChars(characters(in)));
                } else {
                    members.put(name, in.getText());
                }
            }
            if (!KIND.equals(members.get("document")) || !checkOf(octets).equals(members.get("sha256"))) {
                throw new IllegalArgumentException("not whole");
            }
            return new PinDocument(Instant.parse(members.get("created")), Map.copyOf(members), pin.orElseThrow());
        } catch (IOException | RuntimeException e) {
            pin.ifPresent(Pin::close);
            throw new FileFault(file + " is damaged, or not a hand-over file"); // the cause may quote the content
        }
    }

    private static char[] characters(JsonParser in) throws IOException {
        int start = in.getTextOffset();
        return Arrays.copyOfRange(in.getTextCharacters(), start, start + in.getTextLength());
    }

    /** The SHA-256 of what stands before the last member. */
    private static String checkOf(byte[] octets) {
        int hashed = octets.length - (CHECK.length() + 64 + "\"}\n".length());
        return Bytes.of(octets, 0, hashed).sha256().hex();
    }

    @Override
    public void close() {
        pin.close();
    }

    @Override
    public String toString() {
        return "the PIN of " + about.get("key");
    }
}
