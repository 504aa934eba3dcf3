package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.command.Selection;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.session.Ctap2;
import java.util.List;
import java.util.Set;

/**
 * Waits for a touch and nothing else, so that nobody learns without a person there that a key does not have a credential
 * (WebAuthn Level 3 §14.5.2).
 */
final class Touch {
    private static final List<String> WITHOUT_SELECTION =
            List.of(AuthenticatorInfo.FIDO_2_0, AuthenticatorInfo.FIDO_2_1_PRE, AuthenticatorInfo.U2F_V2);

    /** What a key answers to an empty pinUvAuthParam once it is touched (CTAP 2.3 §6.1.2 step 1). */
    private static final Set<CtapStatus> TOUCHED =
            Set.of(CtapStatus.PIN_NOT_SET, CtapStatus.PIN_INVALID, CtapStatus.PIN_AUTH_INVALID);

    private Touch() {}

    static void await(Ctap2 session) {
        boolean selects = session.info().versions().stream().anyMatch(each -> !WITHOUT_SELECTION.contains(each));
        if (selects) {
            session.send(new Selection());
            return;
        }
        try {
            session.send(touchOnly(session.info()));
        } catch (AuthenticatorFault e) {
            if (!TOUCHED.contains(e.status())) {
                throw e;
            }
        }
    }

    private static MakeCredential touchOnly(AuthenticatorInfo info) {
        int protocol = info.pinUvAuthProtocols().stream().findFirst().orElse(1);
        return MakeCredential.of(
                        Bytes.of(new byte[32]),
                        RelyingParty.of("seckey.invalid", "touch"),
                        UserEntity.of(Bytes.ofInts(0), "touch"),
                        List.of(CredentialParameters.of(Algorithm.ES256)))
                .with(new PinUvAuth(Bytes.EMPTY, protocol));
    }
}
