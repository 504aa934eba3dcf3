package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The simulated keys that can be had by name, and the metadata that knows those of them that are certified. */
public final class SimulatedProfiles {
    public static final String DEFAULT = "level2";

    /** What opens the profiles that come with a PIN. */
    public static final String PIN = "123456";

    /** Models of our own. */
    static final Aaguid LEVEL_1 = aaguid("5ec7e700-51d0-4a7e-8d00-000000000001");

    static final Aaguid LEVEL_2 = aaguid("5ec7e700-51d0-4a7e-8d00-000000000002");
    static final Aaguid UNKNOWN = aaguid("5ec7e700-51d0-4a7e-8d00-0000000000ff");

    /** A real one, certified at Level 2 (YubiKey 5 Series with NFC, firmware 5.7), which any software can claim. */
    static final Aaguid COUNTERFEIT = aaguid("a25342c0-3cdc-4414-8e46-f4807fca511c");

    private static final long COUNTERFEIT_FIRMWARE = 0x050701;
    private static final List<String> YUBIKEY_VERSIONS = List.of(
            AuthenticatorInfo.U2F_V2,
            AuthenticatorInfo.FIDO_2_0,
            AuthenticatorInfo.FIDO_2_1_PRE,
            AuthenticatorInfo.FIDO_2_1);

    private static final List<String> PRE_21_VERSIONS =
            List.of(AuthenticatorInfo.U2F_V2, AuthenticatorInfo.FIDO_2_0, AuthenticatorInfo.FIDO_2_1_PRE);

    private static final Map<String, Supplier<Profile>> BY_NAME = byName();

    private SimulatedProfiles() {}

    private static Map<String, Supplier<Profile>> byName() {
        Map<String, Supplier<Profile>> all = new LinkedHashMap<>();
        all.put("level2", () -> level2("level2"));
        all.put("level1", () -> Profile.plain("level1", LEVEL_1, attestation("level1")));
        all.put("unknown", () -> Profile.plain("unknown", UNKNOWN, attestation("unknown")));
        all.put(
                "counterfeit",
                () -> Profile.plain("counterfeit", COUNTERFEIT, attestation("counterfeit"))
                        .withFirmware(COUNTERFEIT_FIRMWARE)
                        .withVersions(YUBIKEY_VERSIONS));
        all.put(
                "u2f-only",
                () -> Profile.plain("u2f-only", Aaguid.NONE, attestation("u2f")).without(Feature.CTAP2));
        all.put("pin-set", () -> level2("pin-set").withPin(PIN));
        all.put("pin-set-no-u2f", () -> level2("pin-set-no-u2f").withPin(PIN).without(Feature.U2F));
        all.put("always-uv", () -> level2("always-uv").with(Feature.ALWAYS_UV_ON));
        all.put(
                "blocked",
                () -> level2("blocked")
                        .with(PinSettings.NONE.with(PIN).withRetries(0))
                        .without(Feature.U2F));
        all.put("fido20", () -> old("fido20", List.of(AuthenticatorInfo.U2F_V2, AuthenticatorInfo.FIDO_2_0)));
        all.put(
                "pre21",
                () -> old("pre21", PRE_21_VERSIONS)
                        .with(
                                Feature.CRED_PROTECT,
                                Feature.CREDENTIAL_MANAGEMENT_PREVIEW,
                                Feature.FINGERPRINT_PREVIEW));
        all.put(
                "proto1-only",
                () -> old("proto1-only", List.of(AuthenticatorInfo.U2F_V2, AuthenticatorInfo.FIDO_2_0))
                        .withPinUvAuthProtocols(List.of(1)));
        all.put(
                "bio",
                () -> level2("bio")
                        .with(Feature.FINGERPRINT, Feature.FINGER_ENROLLED, Feature.UV_BIO_ENROLL, Feature.UV_CONFIG)
                        .withPin(PIN));
        all.put(
                "force-change",
                () -> level2("force-change").with(PinSettings.NONE.with(PIN).withChangeForced()));
        all.put(
                "always-uv-fixed",
                () -> level2("always-uv-fixed").with(Feature.ALWAYS_UV_FIXED).withPin(PIN));
        all.put(
                "no-mcga-pin",
                () -> level2("no-mcga-pin")
                        .with(Feature.NO_MC_GA_WITH_CLIENT_PIN, Feature.FINGERPRINT, Feature.FINGER_ENROLLED)
                        .withPin(PIN));
        all.put(
                "fips-nfc",
                () -> level2("fips-nfc")
                        .with(Feature.ALWAYS_UV_FIXED)
                        .without(Feature.U2F)
                        .withPinUvAuthProtocols(List.of(2))
                        .with(PinSettings.NONE.withLength(8, 63)));
        all.put("full", SimulatedProfiles::full);
        all.put("non-canonical", () -> level2("non-canonical").with(Feature.NON_CANONICAL));
        all.put("slow", () -> level2("slow").with(Feature.SLOW));
        all.put("yubikey", () -> yubiKey("yubikey"));
        all.put("yubikey-locked", () -> yubiKey("yubikey-locked"));
        return all;
    }

    /** Everything that CTAP 2.3 has. */
    private static Profile full() {
        return level2("full")
                .withVersions(List.of(
                        AuthenticatorInfo.U2F_V2,
                        AuthenticatorInfo.FIDO_2_0,
                        AuthenticatorInfo.FIDO_2_1,
                        AuthenticatorInfo.FIDO_2_2,
                        AuthenticatorInfo.FIDO_2_3))
                .with(
                        Feature.PERSISTENT_TOKEN,
                        Feature.PIN_COMPLEXITY,
                        Feature.LONG_TOUCH_FOR_RESET,
                        Feature.HMAC_SECRET_MC,
                        Feature.PIN_COMPLEXITY_EXTENSION,
                        Feature.THIRD_PARTY_PAYMENT,
                        Feature.FINGERPRINT,
                        Feature.UV_BIO_ENROLL,
                        Feature.UV_CONFIG,
                        Feature.ATTESTATION_FORMATS,
                        Feature.TRANSPORTS_FOR_RESET,
                        Feature.CERTIFICATIONS,
                        Feature.VENDOR_PROTOTYPE)
                .withAlgorithms(List.of(
                        Algorithm.ES256,
                        Algorithm.EDDSA,
                        Algorithm.ES384,
                        Algorithm.ES512,
                        Algorithm.ML_DSA_44,
                        Algorithm.ML_DSA_65,
                        Algorithm.ML_DSA_87,
                        Algorithm.RS256));
    }

    /** In the order in which they are listed to a person. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    public static Optional<Profile> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).map(Supplier::get);
    }

    /** The metadata of the simulated models: nobody certified them, and only who asks for it by name gets it. */
    public static MetadataIndex metadata() {
        return MetadataIndex.open(resource("simulated.jsonl"));
    }

    /** A complete FIDO_2_1 key. */
    private static Profile level2(String name) {
        return Profile.plain(name, LEVEL_2, attestation("level2"))
                .withVersions(List.of(AuthenticatorInfo.U2F_V2, AuthenticatorInfo.FIDO_2_0, AuthenticatorInfo.FIDO_2_1))
                .with(
                        Feature.CREDENTIAL_MANAGEMENT,
                        Feature.AUTHENTICATOR_CONFIG,
                        Feature.ALWAYS_UV,
                        Feature.SET_MIN_PIN_LENGTH,
                        Feature.ENTERPRISE_ATTESTATION,
                        Feature.CRED_PROTECT,
                        Feature.CRED_BLOB,
                        Feature.HMAC_SECRET,
                        Feature.LARGE_BLOBS,
                        Feature.MIN_PIN_LENGTH_EXTENSION);
    }

    /** Like real ones, it still has the preview by which clients from before FIDO_2_1 manage credentials. */
    private static Profile yubiKey(String name) {
        return level2(name)
                .withVersions(YUBIKEY_VERSIONS)
                .with(
                        Feature.CREDENTIAL_MANAGEMENT_PREVIEW,
                        Feature.MAKE_CRED_UV_NOT_REQUIRED,
                        Feature.PIN_RETRIES_WANT_PIN);
    }

    /** A key from before FIDO_2_1: its one kind of token opens everything. */
    private static Profile old(String name, List<String> versions) {
        return Profile.plain(name, LEVEL_1, attestation("level1"))
                .withVersions(versions)
                .with(Feature.HMAC_SECRET)
                .without(Feature.PIN_UV_AUTH_TOKEN);
    }

    /** What vouches for one key of the model and not for all: its certificate has a serial number. */
    static AttestationKey enterpriseAttestation() {
        return attestation("enterprise");
    }

    private static AttestationKey attestation(String name) {
        List<String> lines = new String(resource(name + ".attestation"), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        return new AttestationKey(Bytes.fromHex(lines.get(0)), List.of(Bytes.fromBase64(lines.get(1))));
    }

    private static Aaguid aaguid(String text) {
        return Aaguid.parse(text).orElseThrow();
    }

    private static byte[] resource(String name) {
        try (InputStream in = SimulatedProfiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
