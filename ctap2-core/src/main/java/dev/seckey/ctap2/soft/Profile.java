package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What kind of key the software authenticator is, and the state in which it is handed out.
 *
 * @param versions the protocol versions that getInfo lists; U2F_V2 only while U2F is spoken
 * @param pinUvAuthProtocols in the order of preference
 * @param algorithms in the order of preference
 * @param firmwareVersion as getInfo claims it
 */
public record Profile(
        String name,
        Aaguid aaguid,
        AttestationKey attestationKey,
        List<String> versions,
        Set<Feature> features,
        List<Integer> pinUvAuthProtocols,
        List<Algorithm> algorithms,
        long firmwareVersion,
        PinSettings pin) {
    public Profile {
        versions = List.copyOf(versions);
        features = Set.copyOf(features);
        pinUvAuthProtocols = List.copyOf(pinUvAuthProtocols);
        algorithms = List.copyOf(algorithms);
    }

    /** A new key without PIN that speaks CTAP 2.0, with tokens, and U2F. */
    public static Profile plain(String name, Aaguid aaguid, AttestationKey attestationKey) {
        return new Profile(
                name,
                aaguid,
                attestationKey,
                List.of(AuthenticatorInfo.U2F_V2, AuthenticatorInfo.FIDO_2_0),
                EnumSet.of(Feature.CTAP2, Feature.U2F, Feature.PIN_UV_AUTH_TOKEN),
                List.of(2, 1),
                List.of(Algorithm.ES256, Algorithm.EDDSA),
                0x00010000,
                PinSettings.NONE);
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Whether it is this or that, or both. */
    boolean hasAny(Feature one, Feature other) {
        return has(one) || has(other);
    }

    public Profile with(Feature... more) {
        Set<Feature> all = EnumSet.copyOf(features);
        all.addAll(Arrays.asList(more));
        return withFeatures(all);
    }

    public Profile without(Feature... less) {
        Set<Feature> all = EnumSet.copyOf(features);
        all.removeAll(Arrays.asList(less));
        return withFeatures(all);
    }

    private Profile withFeatures(Set<Feature> all) {
        return new Profile(
                name, aaguid, attestationKey, versions, all, pinUvAuthProtocols, algorithms, firmwareVersion, pin);
    }

    public Profile with(PinSettings settings) {
        return new Profile(
                name,
                aaguid,
                attestationKey,
                versions,
                features,
                pinUvAuthProtocols,
                algorithms,
                firmwareVersion,
                settings);
    }

    public Profile withPin(String newPin) {
        return with(pin.with(newPin));
    }

    public Profile withFirmware(long version) {
        return new Profile(
                name, aaguid, attestationKey, versions, features, pinUvAuthProtocols, algorithms, version, pin);
    }

    public Profile withVersions(List<String> listed) {
        return new Profile(
                name, aaguid, attestationKey, listed, features, pinUvAuthProtocols, algorithms, firmwareVersion, pin);
    }

    public Profile withPinUvAuthProtocols(List<Integer> numbers) {
        return new Profile(name, aaguid, attestationKey, versions, features, numbers, algorithms, firmwareVersion, pin);
    }

    public Profile withAlgorithms(List<Algorithm> preferred) {
        return new Profile(
                name, aaguid, attestationKey, versions, features, pinUvAuthProtocols, preferred, firmwareVersion, pin);
    }
}
