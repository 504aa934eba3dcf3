package dev.seckey.cli.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as the JSON document of which its hash is taken: SHA-256 over the octets of this text, in ASCII, without white
 * space, the members in this order, those that are absent left out. The previous event's hash is one of the members: that
 * chains them.
 */
final class EventJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Always with three digits of a second. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private EventJson() {}

    /** The same event with the hash that its content gives it. */
    static Event sealed(Event event) {
        return new Event(
                event.bench(),
                event.sequence(),
                event.previous(),
                hashOf(write(event)),
                event.position(),
                event.time(),
                event.operator(),
                event.machine(),
                event.entry());
    }

    static Bytes hashOf(String body) {
        return Bytes.utf8(body).sha256();
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    static String write(Event event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            Entry entry = event.entry();
            out.writeStartObject();
            out.writeStringField("bench", event.bench());
            out.writeNumberField("sequence", event.sequence());
            out.writeStringField("previous", event.previous().hex());
            out.writeNumberField("position", event.position());
            out.writeStringField("time", time(event.time()));
            out.writeStringField("operator", event.operator());
            out.writeStringField("machine", event.machine());
            out.writeStringField("kind", entry.kind().name());
            text(out, "batch", entry.batch());
            if (entry.key().isPresent()) {
                write(out, entry.key().get());
            }
            if (entry.person().isPresent()) {
                write(out, entry.person().get());
            }
            if (entry.policy().isPresent()) {
                out.writeObjectFieldStart("policy");
                out.writeStringField("name", entry.policy().get().name());
                out.writeStringField("sha256", entry.policy().get().sha256().hex());
                out.writeEndObject();
            }
            if (entry.blob().isPresent()) {
                out.writeNumberField("blob", entry.blob().get());
            }
            text(out, "outcome", entry.outcome().map(Outcome::name));
            out.writeFieldName("details");
            copyObject(entry.details(), out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The details of a claimed number. */
    static String numbered(String series, long number) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("series", series);
            out.writeNumberField("number", number);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** From the details of a claimed number; empty if they are not such. */
    static String seriesOf(String details) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser in = JSON.createParser(details)) {
            in.nextToken();
            collect(in, "", values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values.getOrDefault("series", "");
    }

    private static void write(JsonGenerator out, KeyIdentity key) throws IOException {
        out.writeObjectFieldStart("key");
        out.writeStringField("id", key.id());
        text(out, "serial", key.serial());
        text(out, "aaguid", key.aaguid());
        text(out, "model", key.model());
        text(out, "product", key.product());
        text(out, "transport", key.transport());
        text(out, "path", key.path());
        text(out, "identifier", key.identifier());
        text(out, "asset", key.asset());
        out.writeBooleanField("simulated", key.simulated());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Person person) throws IOException {
        out.writeObjectFieldStart("person");
        out.writeStringField("id", person.id());
        out.writeStringField("name", person.name());
        text(out, "email", person.email());
        out.writeNumberField("row", person.row());
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            out.writeStringField(name, value.get());
        }
    }

    /** @throws IllegalArgumentException if it is not one JSON object */
    private static void copyObject(String json, JsonGenerator out) throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("details of an event are one JSON object");
            }
            out.copyCurrentStructure(in);
            if (in.nextToken() != null) {
                throw new IllegalArgumentException("details of an event are one JSON object");
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param hash as the row has it
     * @throws IllegalArgumentException if this is not the body of an event
     */
    static Event read(String body, Bytes hash) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser in = JSON.createParser(body)) {
            in.nextToken();
            collect(in, "", values);
        } catch (IOException e) {
            throw new IllegalArgumentException("not the body of an event", e);
        }
        return event(new Members(values), hash);
    }

    /** All scalars by the way to them ("key.serial"); the details as text. */
    private static void collect(JsonParser in, String path, Map<String, String> values) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = path + in.currentName();
            JsonToken token = in.nextToken();
            if (name.equals("details")) {
                StringWriter text = new StringWriter();
                try (JsonGenerator copy = JSON.createGenerator(text)) {
                    copy.copyCurrentStructure(in);
                }
                values.put(name, text.toString());
            } else if (token == JsonToken.START_OBJECT) {
                values.put(name, "");
                collect(in, name + ".", values);
            } else {
                values.put(name, in.getText());
            }
        }
    }

    private static Event event(Members in, Bytes hash) {
        Entry entry = new Entry(
                EventKind.valueOf(in.get("kind")),
                in.find("batch"),
                in.find("key").map(present -> key(in)),
                in.find("person")
                        .map(present ->
                                new Person(in.get("person.id"), in.get("person.name"), in.find("person.email"), (int)
                                        in.number("person.row"))),
                in.find("policy")
                        .map(present ->
                                new Entry.PolicyStamp(in.get("policy.name"), Bytes.fromHex(in.get("policy.sha256")))),
                in.find("blob").map(Long::valueOf),
                in.find("outcome").map(Outcome::valueOf),
                in.get("details"));
        return new Event(
                in.get("bench"),
                in.number("sequence"),
                Bytes.fromHex(in.get("previous")),
                hash,
                in.number("position"),
                Instant.parse(in.get("time")),
                in.get("operator"),
                in.get("machine"),
                entry);
    }

    private static KeyIdentity key(Members in) {
        return new KeyIdentity(
                in.get("key.id"),
                in.find("key.serial"),
                in.find("key.aaguid"),
                in.find("key.model"),
                in.find("key.product"),
                in.find("key.transport"),
                in.find("key.path"),
                in.find("key.identifier"),
                in.find("key.asset"),
                Boolean.parseBoolean(in.get("key.simulated")));
    }

    /** What was read, by the way to it. */
    private record Members(Map<String, String> values) {
        Optional<String> find(String name) {
            return Optional.ofNullable(values.get(name));
        }

        String get(String name) {
            return find(name).orElseThrow(() -> new IllegalArgumentException("an event without " + name));
        }

        long number(String name) {
            return Long.parseLong(get(name));
        }
    }
}
