package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
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
    private static final List<String> COUNTERFEIT_VERSIONS = List.of(
            AuthenticatorInfo.U2F_V2,
            AuthenticatorInfo.FIDO_2_0,
            AuthenticatorInfo.FIDO_2_1_PRE,
            AuthenticatorInfo.FIDO_2_1);

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
                        .withVersions(COUNTERFEIT_VERSIONS));
        all.put(
                "u2f-only",
                () -> Profile.plain("u2f-only", Aaguid.NONE, attestation("u2f")).withoutCtap2());
        all.put("pin-set", () -> level2("pin-set").withPin(PIN));
        all.put("pin-set-no-u2f", () -> level2("pin-set-no-u2f").withPin(PIN).withoutU2f());
        all.put("always-uv", () -> level2("always-uv").withAlwaysUv());
        all.put(
                "blocked",
                () -> level2("blocked").withPin(PIN).withPinRetries(0).withoutU2f());
        all.put("yubikey", () -> level2("yubikey"));
        all.put("yubikey-locked", () -> level2("yubikey-locked"));
        return all;
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

    private static Profile level2(String name) {
        return Profile.plain(name, LEVEL_2, attestation("level2"));
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
