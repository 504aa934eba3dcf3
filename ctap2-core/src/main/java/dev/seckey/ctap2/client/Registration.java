package dev.seckey.ctap2.client;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.NewCredential;
import dev.seckey.ctap2.extension.HmacOutputs;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.webauthn.ClientData;
import java.util.List;
import java.util.Optional;

/**
 * A credential that was made.
 *
 * @param transports how the key can be reached: usb, nfc, …
 * @param discoverable whether it stands in the key's memory
 * @param secrets the outputs of hmac-secret-mc
 */
public record Registration(
        CreationOptions options,
        ClientData clientData,
        NewCredential made,
        List<String> transports,
        boolean discoverable,
        Optional<HmacOutputs> secrets)
        implements AutoCloseable {
    /** @throws MalformedFault if the key's answer holds none */
    public AttestedCredential credential() {
        return made.attestation()
                .authData()
                .credential()
                .orElseThrow(() -> new MalformedFault(
                        CtapStatus.MISSING_PARAMETER, "the key made a credential and did not tell which"));
    }

    /** What the key says of the extensions, signed. */
    public CborMap extensionOutputs() {
        return made.attestation().authData().extensions().orElse(CborMap.EMPTY);
    }

    /** The attestation as far as the relying party is to see it (WebAuthn Level 3 §5.1.3, attestation conveyance). */
    public AttestationObject conveyed() {
        AttestationObject whole = made.attestation();
        return options.attestation() == Conveyance.NONE
                ? new AttestationObject("none", whole.authData(), CborMap.EMPTY)
                : whole;
    }

    @Override
    public void close() {
        secrets.ifPresent(HmacOutputs::close);
    }
}
