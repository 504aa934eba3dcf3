package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;

/** Is it a FIDO2 key at all? */
final class ProtocolCheck {
    private ProtocolCheck() {}

    static Check check(Evidence evidence) {
        return evidence.info()
                .map(info -> Check.of(Subject.PROTOCOL, Status.PASS, String.join(", ", info.versions())))
                .orElseGet(() -> Check.of(
                        Subject.PROTOCOL,
                        Status.FAIL,
                        "speaks only U2F (FIDO1), which knows no PIN and no passkeys",
                        "use a FIDO2 key; on a YubiKey, FIDO2 may have been switched off"));
    }
}
