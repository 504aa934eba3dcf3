package dev.seckey.cli.output;

import dev.seckey.cli.keys.OpenKey;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.session.PinRetries;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a key says of itself, decoded and explained.
 *
 * @param info absent for a key that speaks only U2F
 * @param pinRetries absent where no PIN is set
 * @param model the name of the model in the metadata, if it is there
 */
public record InfoResult(
        OpenKey key, Optional<AuthenticatorInfo> info, Optional<PinRetries> pinRetries, Optional<String> model)
        implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = key.simulated() ? plain.prefixed("SIMULATED ") : plain;
        out.pair("key", key.product() + " (" + key.selector() + ")");
        if (info.isEmpty()) {
            out.pair("protocols", "only U2F (FIDO1): no PIN, no passkeys");
            return;
        }
        writeText(out, info.get());
    }

    private void writeText(TextWriter out, AuthenticatorInfo known) {
        out.pair("protocols", String.join(", ", known.versions()));
        out.pair(
                "AAGUID",
                known.aaguid()
                        + model.map(name -> " (claims to be: " + name + ")").orElse(""));
        known.firmwareVersion().ifPresent(version -> out.pair("firmware", firmware(version)));
        out.pair("PIN", pin(known));
        out.pair("minimum PIN length", known.minPinLength());
        list(out, "extensions", known.extensions());
        list(out, "transports", known.transports());
        known.options().forEach((name, value) -> out.pair("option " + name, explain(name, value)));
        list(
                out,
                "PIN protocols",
                known.pinUvAuthProtocols().stream().map(String::valueOf).toList());
        known.members()
                .find(AuthenticatorInfo.ALGORITHMS)
                .ifPresent(all -> list(
                        out,
                        "algorithms",
                        all.stream().map(each -> Algorithm.nameOf(each.alg())).toList()));
        out.pair("longest message", known.maxMsgSize() + " bytes");
        number(out, known, AuthenticatorInfo.MAX_CREDENTIAL_COUNT_IN_LIST, "credentials a list");
        number(out, known, AuthenticatorInfo.MAX_CREDENTIAL_ID_LENGTH, "longest credential id");
        number(out, known, AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS, "room for passkeys");
        list(out, "attestation formats", known.attestationFormats());
        known.members()
                .find(AuthenticatorInfo.CERTIFICATIONS)
                .ifPresent(all -> list(
                        out,
                        "claims certificates",
                        all.entrySet().stream().map(Map.Entry::toString).toList()));
        known.unknown().forEach((name, item) -> out.pair("unknown " + name, item));
        known.deviations().forEach(deviation -> out.pair("warning", "not in canonical form: " + deviation));
    }

    private static void list(TextWriter out, String name, List<String> values) {
        if (!values.isEmpty()) {
            out.pair(name, String.join(", ", values));
        }
    }

    private static void number(TextWriter out, AuthenticatorInfo known, Field<Integer> field, String name) {
        known.members().find(field).ifPresent(value -> out.pair(name, value));
    }

    private String pin(AuthenticatorInfo known) {
        return known.option(Option.CLIENT_PIN)
                .map(set -> set ? "set" + pinRetries.map(InfoResult::retries).orElse("") : "not set")
                .orElse("this key cannot have one");
    }

    private static String retries(PinRetries retries) {
        return ", " + retries.left() + " tries left" + (retries.powerCycleNeeded() ? ", locked until reinserted" : "");
    }

    private static String firmware(long version) {
        String number = Long.toString(version);
        return version >= 0x10000 && version <= 0xffffff
                ? number + " (" + (version >> 16) + "." + (version >> 8 & 0xff) + "." + (version & 0xff) + ")"
                : number;
    }

    private static String explain(String name, boolean value) {
        String meaning = switch (name) {
            case "rk" -> "keeps passkeys (discoverable credentials)";
            case "clientPin" -> value ? "a PIN is set" : "a PIN can be set";
            case "up" -> "asks for a touch";
            case "uv" -> value ? "fingerprint or the like is set up" : "fingerprint can be set up";
            case "plat" -> value ? "built into a device" : "can be carried away";
            case "alwaysUv" -> value ? "wants PIN or fingerprint for everything" : "can be made to want it always";
            case "credMgmt" -> "passkeys can be listed and deleted";
            case "authnrCfg" -> "can be configured";
            case "bioEnroll" -> value ? "has fingerprints" : "can have fingerprints";
            case "setMinPINLength" -> "the minimum PIN length can be raised";
            case "ep" -> value ? "enterprise attestation is on" : "enterprise attestation can be switched on";
            case "largeBlobs" -> "keeps large blobs";
            case "pinUvAuthToken" -> "PIN tokens with permissions";
            case "makeCredUvNotRqd" -> "makes credentials that are not passkeys without PIN";
            default -> "";
        };
        return meaning.isEmpty() ? Boolean.toString(value) : value + " (" + meaning + ")";
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("selector", key.selector())
                .member("product", key.product())
                .member("simulated", key.simulated())
                .member("transport", key.device().transport().id())
                .member("ctap2", info.isPresent());
        info.ifPresent(known -> out.object("info", inner -> writeJson(inner, known)));
    }

    private void writeJson(JsonWriter out, AuthenticatorInfo known) {
        out.strings("versions", known.versions())
                .strings("extensions", known.extensions())
                .member("aaguid", known.aaguid().toString())
                .member("model", model)
                .object("options", inner -> known.options().forEach(inner::member))
                .member("maxMsgSize", known.maxMsgSize())
                .numbers("pinUvAuthProtocols", known.pinUvAuthProtocols())
                .strings("transports", known.transports())
                .member("forcePINChange", known.forcePinChange())
                .member("minPINLength", known.minPinLength())
                .member("maxPINLength", known.maxPinLength())
                .member("firmwareVersion", known.firmwareVersion())
                .strings("attestationFormats", known.attestationFormats())
                .member(
                        "remainingDiscoverableCredentials",
                        known.members().find(AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS))
                .member("pinRetries", pinRetries.map(PinRetries::left))
                .strings("deviations", known.deviations())
                .member("raw", known.members().encode());
    }
}
