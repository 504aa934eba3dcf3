package dev.seckey.ctap2.session;

import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.Optional;

/** What an answer must hold. */
final class Answers {
    private Answers() {}

    static <T> T member(Optional<T> member, String name) {
        return member.orElseThrow(
                () -> new MalformedFault(CtapStatus.MISSING_PARAMETER, "the key's answer lacks " + name));
    }
}
