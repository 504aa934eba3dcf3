package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.List;
import java.util.Optional;

/**
 * What kind of key the software authenticator is, and the state in which it is handed out.
 *
 * @param ctap2 whether it speaks CTAP2; if not, only U2F
 * @param u2f whether it speaks U2F
 * @param versions the protocol versions that getInfo lists; U2F_V2 only while U2F is spoken
 * @param firmwareVersion as getInfo claims it
 * @param alwaysUv whether every operation wants user verification
 * @param pin the PIN that it is handed out with, in ASCII: of a simulated key, so no secret
 * @param pinRetries tries left, 0 to 8
 */
public record Profile(
        String name,
        Aaguid aaguid,
        AttestationKey attestationKey,
        boolean ctap2,
        boolean u2f,
        List<String> versions,
        long firmwareVersion,
        boolean alwaysUv,
        Optional<Bytes> pin,
        int pinRetries) {
    static final int MAX_PIN_RETRIES = 8;

    public Profile {
        versions = List.copyOf(versions);
    }

    /** A new key without PIN that speaks CTAP2 and U2F. */
    public static Profile plain(String name, Aaguid aaguid, AttestationKey attestationKey) {
        List<String> versions = List.of(AuthenticatorInfo.U2F_V2, AuthenticatorInfo.FIDO_2_0);
        return new Profile(
                name,
                aaguid,
                attestationKey,
                true,
                true,
                versions,
                0x00010000,
                false,
                Optional.empty(),
                MAX_PIN_RETRIES);
    }

    public Profile withPin(String pin) {
        return new Profile(
                name,
                aaguid,
                attestationKey,
                ctap2,
                u2f,
                versions,
                firmwareVersion,
                alwaysUv,
                Optional.of(Bytes.utf8(pin)),
                pinRetries);
    }

    public Profile withPinRetries(int retries) {
        return new Profile(name, aaguid, attestationKey, ctap2, u2f, versions, firmwareVersion, alwaysUv, pin, retries);
    }

    public Profile withoutU2f() {
        return new Profile(
                name, aaguid, attestationKey, ctap2, false, versions, firmwareVersion, alwaysUv, pin, pinRetries);
    }

    public Profile withoutCtap2() {
        return new Profile(
                name, aaguid, attestationKey, false, u2f, versions, firmwareVersion, alwaysUv, pin, pinRetries);
    }

    public Profile withAlwaysUv() {
        return new Profile(name, aaguid, attestationKey, ctap2, u2f, versions, firmwareVersion, true, pin, pinRetries);
    }

    public Profile withFirmware(long version) {
        return new Profile(name, aaguid, attestationKey, ctap2, u2f, versions, version, alwaysUv, pin, pinRetries);
    }

    public Profile withVersions(List<String> listed) {
        return new Profile(
                name, aaguid, attestationKey, ctap2, u2f, listed, firmwareVersion, alwaysUv, pin, pinRetries);
    }

    /** U2F knows no user verification, so it is off where that is always wanted (CTAP 2.3 §7.2). */
    boolean speaksU2fNow() {
        return u2f && !alwaysUv;
    }
}
