package dev.seckey.ctap2.session;

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
import java.util.List;
import java.util.Set;

/** Waits until the key is touched, for nothing else than to know which one it is (CTAP 2.3 §6.9). */
public final class TouchAwaiter {
    /** Keys of these versions know authenticatorSelection. */
    private static final Set<String> WITH_SELECTION =
            Set.of(AuthenticatorInfo.FIDO_2_1, AuthenticatorInfo.FIDO_2_2, AuthenticatorInfo.FIDO_2_3);

    /** What a key of CTAP 2.0 says to an empty pinUvAuthParam once it was touched (§6.1.2 step 1). */
    private static final Set<CtapStatus> TOUCHED = Set.of(CtapStatus.PIN_NOT_SET, CtapStatus.PIN_INVALID);

    private final Ctap2 session;

    public TouchAwaiter(Ctap2 session) {
        this.session = session;
    }

    /** @throws AuthenticatorFault if nobody touches it, or somebody refuses */
    public void await() {
        if (session.info().versions().stream().anyMatch(WITH_SELECTION::contains)) {
            session.send(new Selection());
            return;
        }
        try {
            session.send(dummy()); // a key that can have no PIN makes a credential, and stores nothing
        } catch (AuthenticatorFault e) {
            if (!TOUCHED.contains(e.status())) {
                throw e;
            }
        }
    }

    /** Asks for no credential, only for a touch: no PIN is tried by it. */
    private MakeCredential dummy() {
        MakeCredential request = MakeCredential.of(
                Bytes.of(new byte[32]),
                RelyingParty.of("seckey.invalid", "seckey select"),
                UserEntity.of(Bytes.of(new byte[1]), "seckey select"),
                List.of(CredentialParameters.of(Algorithm.ES256)));
        return session.info().pinUvAuthProtocols().stream()
                .findFirst()
                .map(protocol -> request.with(new PinUvAuth(Bytes.EMPTY, protocol)))
                .orElse(request);
    }
}
