package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.extension.HmacSecretInput;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The arithmetic of hmac-secret, the authenticator's side (CTAP 2.3 §12.7). */
final class CredentialSecrets {
    private static final int SALT = 32;

    private CredentialSecrets() {}

    /** One output for each salt, encrypted under the shared secret; others for a verified user than for anybody. */
    static Bytes answer(KeyState state, Credential credential, boolean userVerified, HmacSecretInput input) {
        PinUvAuthProtocol protocol = protocol(state, input);
        try (Secret shared = state.keyAgreement.agree(protocol, input.keyAgreement())) {
            if (!protocol.verify(shared, input.saltEnc().toArray(), input.saltAuth())) {
                throw new AuthenticatorFault(CtapStatus.PIN_AUTH_INVALID);
            }
            try (Secret salts = salts(protocol, shared, input.saltEnc());
                    Secret outputs = outputs(state, credential, userVerified, salts)) {
                return protocol.encrypt(shared, outputs.expose(), state.environment.random());
            }
        }
    }

    /** Where the platform names none it means the first, and cannot be understood by a key without that. */
    private static PinUvAuthProtocol protocol(KeyState state, HmacSecretInput input) {
        CtapStatus unknown =
                input.pinUvAuthProtocol().isPresent() ? CtapStatus.INVALID_PARAMETER : CtapStatus.PIN_AUTH_INVALID;
        return PinUvAuthProtocol.of(input.pinUvAuthProtocol().orElse(1))
                .filter(known -> state.profile.pinUvAuthProtocols().contains(known.number()))
                .orElseThrow(() -> new AuthenticatorFault(unknown));
    }

    private static Secret salts(PinUvAuthProtocol protocol, Secret shared, Bytes saltEnc) {
        try {
            Secret salts = protocol.decrypt(shared, saltEnc);
            if (salts.size() == SALT || salts.size() == 2 * SALT) {
                return salts;
            }
            salts.close();
        } catch (MalformedFault e) {
            // not even whole blocks
        }
        throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
    }

    private static Secret outputs(KeyState state, Credential credential, boolean userVerified, Secret salts) {
        String purpose = userVerified ? "credRandomWithUV" : "credRandomWithoutUV";
        KeyParameter credRandom = new KeyParameter(
                state.credentials.derive(purpose, credential.id()).toArray());
        byte[] out = new byte[salts.size()];
        for (int at = 0; at < out.length; at += SALT) {
            HMac hmac = new HMac(new SHA256Digest());
            hmac.init(credRandom);
            hmac.update(salts.expose(), at, SALT);
            hmac.doFinal(out, at);
        }
        return Secret.taking(out);
    }
}
