package dev.seckey.ctap2.webauthn;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What the client binds a signature to (WebAuthn Level 3 §5.8.1).
 *
 * @param type {@link #CREATE} or {@link #GET}, or whatever came in
 * @param crossOrigin false where it is not said
 * @param json all of it, as hashed
 */
public record ClientData(String type, Bytes challenge, String origin, boolean crossOrigin, Bytes json) {
    public static final String CREATE = "webauthn.create";
    public static final String GET = "webauthn.get";

    private static final String TYPE = "type";
    private static final String CHALLENGE = "challenge";
    private static final String ORIGIN = "origin";
    private static final String CROSS_ORIGIN = "crossOrigin";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** For a registration: the same arguments give the same bytes. */
    public static ClientData create(Bytes challenge, String origin) {
        return build(CREATE, challenge, origin);
    }

    /** For an assertion: the same arguments give the same bytes. */
    public static ClientData get(Bytes challenge, String origin) {
        return build(GET, challenge, origin);
    }

    /**
     * Members that are not known are let pass, as the specification asks (§5.8.1.2).
     *
     * @throws MalformedFault if it is no JSON object, or a known member is missing or of another type
     */
    public static ClientData parse(Bytes json) {
        try (JsonParser in = JSON.createParser(json.toArray())) {
            return new Reader().read(in, json);
        } catch (IOException e) {
            throw new MalformedFault(CtapStatus.INVALID_PARAMETER, "the client data is not valid JSON", e);
        }
    }

    /** What the key signs: SHA-256, 32 bytes. */
    public Bytes hash() {
        return json.sha256();
    }

    /** In the order of §5.8.1.1, so that verifiers that compare text are content too. */
    private static ClientData build(String type, Bytes challenge, String origin) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField(TYPE, type);
            out.writeStringField(CHALLENGE, challenge.base64url());
            out.writeStringField(ORIGIN, origin);
            out.writeBooleanField(CROSS_ORIGIN, false);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return new ClientData(type, challenge, origin, false, Bytes.of(bytes.toByteArray()));
    }

    /** Collects the known members on one walk over the object. */
    private static final class Reader {
        private Optional<String> type = Optional.empty();
        private Optional<Bytes> challenge = Optional.empty();
        private Optional<String> origin = Optional.empty();
        private boolean crossOrigin;

        ClientData read(JsonParser in, Bytes json) throws IOException {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("the client data is no JSON object");
            }
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case TYPE -> type = Optional.of(text(in, name));
                    case CHALLENGE -> challenge = Optional.of(base64url(text(in, name)));
                    case ORIGIN -> origin = Optional.of(text(in, name));
                    case CROSS_ORIGIN -> crossOrigin = flag(in, name);
                    default -> in.skipChildren();
                }
            }
            if (in.nextToken() != null) {
                throw malformed("the client data goes on after its end");
            }
            return new ClientData(
                    type.orElseThrow(() -> missing(TYPE)),
                    challenge.orElseThrow(() -> missing(CHALLENGE)),
                    origin.orElseThrow(() -> missing(ORIGIN)),
                    crossOrigin,
                    json);
        }

        private static String text(JsonParser in, String name) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                throw malformed("the client data's " + name + " should be a text and is not");
            }
            return in.getText();
        }

        private static boolean flag(JsonParser in, String name) {
            if (in.currentToken() == JsonToken.VALUE_TRUE || in.currentToken() == JsonToken.VALUE_FALSE) {
                return in.currentToken() == JsonToken.VALUE_TRUE;
            }
            throw malformed("the client data's " + name + " should be true or false and is neither");
        }

        private static Bytes base64url(String text) {
            try {
                return Bytes.fromBase64(text);
            } catch (IllegalArgumentException e) {
                throw new MalformedFault(
                        CtapStatus.INVALID_PARAMETER, "the client data's challenge is not base64url", e);
            }
        }

        private static MalformedFault missing(String name) {
            return malformed("the client data has no " + name);
        }

        private static MalformedFault malformed(String message) {
            return new MalformedFault(CtapStatus.INVALID_PARAMETER, message);
        }
    }
}
