package dev.seckey.cli.record;

import dev.seckey.cli.output.JsonWriter;
import dev.seckey.cli.verify.Occasion;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.json.JsonObject;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.u2f.U2fRegistration;
import dev.seckey.ctap2.verdict.Evidence;
import dev.seckey.ctap2.verdict.Obstacle;
import dev.seckey.ctap2.verdict.Proof;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** A record as a line of JSON, and back. The last member is the digest of all that stands before it. */
final class RecordLine {
    static final int SCHEMA_VERSION = 1;

    private static final String DIGEST = ",\"digest\":\"";
    private static final String END = "\"}";
    /** Base64url of 32 bytes. */
    private static final int DIGEST_LENGTH = 43;

    private RecordLine() {}

    /** Without a line feed. */
    static String write(VerifyRecord record) {
        String body = JsonWriter.object(false, out -> write(out, record));
        String open = body.substring(0, body.length() - 1);
        return open + DIGEST + digest(open) + END;
    }

    /** @throws MalformedFault if the line is not as it was written */
    static VerifyRecord read(String line) {
        int end = line.length() - DIGEST.length() - DIGEST_LENGTH - END.length();
        if (end < 0 || !line.equals(line.substring(0, end) + DIGEST + digest(line.substring(0, end)) + END)) {
            throw JsonObject.malformed("its digest does not fit: it was changed, or not written to its end");
        }
        JsonObject in = JsonObject.parse(Bytes.utf8(line));
        if (in.requireInt("schemaVersion") != SCHEMA_VERSION) {
            throw JsonObject.malformed("it was written by a newer seckey");
        }
        JsonObject verdict = in.requireObject("verdict");
        return new VerifyRecord(
                occasion(in.requireObject("signed")),
                evidence(in),
                in.requireBytes("policyText"),
                in.requireText("metadata"),
                in.isTrue("simulated"),
                verdict.requireText("outcome"),
                verdict.texts("reasons"),
                in.bytes("previous"));
    }

    /** By which the next line names this one, be it a good record or not. */
    static Bytes sha256(String line) {
        return Bytes.utf8(line).sha256();
    }

    private static String digest(String text) {
        return sha256(text).base64url();
    }

    private static void write(JsonWriter out, VerifyRecord record) {
        Evidence evidence = record.evidence();
        out.member("schemaVersion", SCHEMA_VERSION)
                .member("previous", record.previous())
                .object("signed", signed -> record.occasion().write(signed, evidence))
                .member("policyText", record.policyText())
                .member("metadata", record.metadata())
                .member("simulated", record.simulated())
                .member("pinRetries", evidence.pinRetries().map(PinRetries::left))
                .member("powerCycleNeeded", evidence.pinRetries().map(PinRetries::powerCycleNeeded))
                .object("proof", proof -> write(proof, evidence.proof()))
                .object(
                        "verdict",
                        verdict -> verdict.member("outcome", record.outcome()).strings("reasons", record.reasons()));
    }

    private static void write(JsonWriter out, Proof proof) {
        if (proof instanceof Proof.MadeCredential made) {
            out.member("clientData", made.signed())
                    .member("attestationObject", made.attestation().encode());
        } else if (proof instanceof Proof.RegisteredByU2f registered) {
            out.member("clientData", registered.signed())
                    .member("u2fApplication", registered.application())
                    .member("u2fRegistration", registered.registration().encode());
        } else if (proof instanceof Proof.None none) {
            out.member("obstacle", none.obstacle().name())
                    .member("reason", none.reason().map(Enum::name));
        }
    }

    private static Occasion occasion(JsonObject in) {
        return new Occasion(
                instant(in.requireText("at")),
                in.requireBytes("nonce"),
                in.text("code"),
                in.requireText("operator"),
                in.requireText("machine"),
                in.requireText("seckey"),
                in.requireText("policy"),
                in.requireBytes("policySha256"));
    }

    private static Evidence evidence(JsonObject in) {
        JsonObject signed = in.requireObject("signed");
        Optional<AuthenticatorInfo> info = signed.bytes("getInfo")
                .map(bytes -> new AuthenticatorInfo(Cbor.decodeMap(bytes), signed.texts("getInfoDeviations")));
        Optional<PinRetries> retries = in.number("pinRetries")
                .map(left -> new PinRetries(Math.toIntExact(left), in.isTrue("powerCycleNeeded")));
        return new Evidence(
                transport(signed.requireText("transport")),
                signed.requireText("product"),
                info,
                retries,
                proof(in.requireObject("proof")));
    }

    private static Proof proof(JsonObject in) {
        if (in.has("attestationObject")) {
            return new Proof.MadeCredential(
                    AttestationObject.parse(in.requireBytes("attestationObject")), in.requireBytes("clientData"));
        }
        if (in.has("u2fRegistration")) {
            return new Proof.RegisteredByU2f(
                    in.requireBytes("clientData"),
                    in.requireBytes("u2fApplication"),
                    U2fRegistration.from(in.requireBytes("u2fRegistration")));
        }
        return new Proof.None(
                constant(Obstacle.values(), in.requireText("obstacle")),
                in.text("reason").map(name -> constant(Reason.values(), name)));
    }

    private static Transport transport(String id) {
        return List.of(Transport.values()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> JsonObject.malformed("it names a transport that is not known: " + id));
    }

    private static <E extends Enum<E>> E constant(E[] values, String name) {
        return List.of(values).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> JsonObject.malformed("it has a word that is not known: " + name));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new MalformedFault(CtapStatus.INVALID_PARAMETER, "its time is none", e);
        }
    }
}
