package dev.seckey.cli.output;

import dev.seckey.cli.keys.OpenKey;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Conformance;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.session.PersistentIdentity;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.HidInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a key says of itself, decoded and explained.
 *
 * @param info absent for a key that speaks only U2F
 * @param pinRetries absent where no PIN is set
 * @param model the name of the model in the metadata, if it is there
 * @param identity what a persistent token has opened
 */
public record InfoResult(
        OpenKey key,
        Optional<AuthenticatorInfo> info,
        Optional<PinRetries> pinRetries,
        Optional<String> model,
        PersistentIdentity identity)
        implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = key.simulated() ? plain.prefixed("SIMULATED ") : plain;
        out.pair("key", key.product() + " (" + key.selector() + ")");
        if (key.device() instanceof CtapHid hid) {
            HidInfo channel = hid.info();
            out.pair(
                    "CTAPHID", "version " + channel.protocolVersion() + ", device " + version(channel.deviceVersion()));
            out.pair("capabilities", Meanings.capabilities(channel));
        }
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
        known.options().forEach((name, value) -> out.pair("option " + name, Meanings.option(name, value)));
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
        known.members()
                .find(AuthenticatorInfo.UV_MODALITY)
                .ifPresent(bits -> out.pair("verifies its user by", Meanings.uvModality(bits)));
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
        writeRest(out, known);
        identity.identifier().ifPresent(id -> out.pair("identifier", id.hex() + " (the same until the next reset)"));
        identity.credentialStoreState()
                .ifPresent(state -> out.pair("credential store state", state.hex() + " (other after each change)"));
        known.unknown().forEach((name, item) -> out.pair("unknown " + name, item));
        known.deviations().forEach(deviation -> out.pair("warning", "not in canonical form: " + deviation));
        Conformance.deviations(known)
                .forEach(deviation -> out.pair("warning", "against the specification: " + deviation));
    }

    /** Members that few keys have; in the order of their numbers. */
    private static void writeRest(TextWriter out, AuthenticatorInfo known) {
        number(out, known, AuthenticatorInfo.MAX_SERIALIZED_LARGE_BLOB_ARRAY, "bytes of large blobs");
        number(out, known, AuthenticatorInfo.MAX_CRED_BLOB_LENGTH, "longest credBlob");
        number(out, known, AuthenticatorInfo.MAX_RPIDS_FOR_SET_MIN_PIN_LENGTH, "sites told PIN length");
        number(out, known, AuthenticatorInfo.PREFERRED_PLATFORM_UV_ATTEMPTS, "finger tries at once");
        known.members()
                .find(AuthenticatorInfo.VENDOR_PROTOTYPE_CONFIG_COMMANDS)
                .ifPresent(all -> list(
                        out,
                        "maker's settings",
                        all.stream().map(String::valueOf).toList()));
        number(out, known, AuthenticatorInfo.UV_COUNT_SINCE_LAST_PIN_ENTRY, "fingers since the PIN");
        known.members()
                .find(AuthenticatorInfo.LONG_TOUCH_FOR_RESET)
                .ifPresent(on -> out.pair("reset", on ? "wants a long touch" : "wants a short touch"));
        list(out, "reset over", known.members().get(AuthenticatorInfo.TRANSPORTS_FOR_RESET, List.of()));
        known.members()
                .find(AuthenticatorInfo.PIN_COMPLEXITY_POLICY)
                .ifPresent(on -> out.pair("PIN complexity", on ? "enforced" : "not enforced"));
        known.members()
                .find(AuthenticatorInfo.PIN_COMPLEXITY_POLICY_URL)
                .ifPresent(url -> out.pair("PIN rules", new String(url.toArray(), StandardCharsets.UTF_8)));
        number(out, known, AuthenticatorInfo.MAX_PIN_LENGTH, "maximum PIN length");
        if (known.forcePinChange()) {
            out.pair("PIN change", "forced: the key wants a new PIN first");
        }
        known.members()
                .find(AuthenticatorInfo.AUTHENTICATOR_CONFIG_COMMANDS)
                .ifPresent(all -> list(
                        out,
                        "settings (commands)",
                        all.stream().map(String::valueOf).toList()));
    }

    private static String version(Bytes three) {
        return three.at(0) + "." + three.at(1) + "." + three.at(2);
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

    @Override
    public void writeJson(JsonWriter out) {
        out.member("selector", key.selector())
                .member("product", key.product())
                .member("simulated", key.simulated())
                .member("transport", key.device().transport().id())
                .member("ctap2", info.isPresent());
        if (key.device() instanceof CtapHid hid) {
            out.object(
                    "ctaphid",
                    inner -> inner.member("version", hid.info().protocolVersion())
                            .member("deviceVersion", version(hid.info().deviceVersion()))
                            .member("capabilities", hid.info().capabilities()));
        }
        info.ifPresent(known -> out.object("info", inner -> writeJson(inner, known)));
    }

    private void writeJson(JsonWriter out, AuthenticatorInfo known) {
        InfoJson.write(out, known);
        out.member("model", model)
                .member("pinRetries", pinRetries.map(PinRetries::left))
                .strings("deviations", known.deviations())
                .strings("conformance", Conformance.deviations(known))
                .member("identifier", identity.identifier())
                .member("credentialStoreState", identity.credentialStoreState())
                .member("raw", known.members().encode());
    }
}
