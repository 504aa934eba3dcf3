package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.MakeCredential;
import java.util.List;

/** An extension, the authenticator's side (CTAP 2.3 §12): it looks at a request and adds to what comes of it. */
interface KeyExtension {
    /** All of them, in the order in which their outputs depend on each other. */
    List<KeyExtension> ALL = List.of(
            new CredProtectExtension(),
            new CredBlobExtension(),
            new LargeBlobKeyExtension(),
            new ThirdPartyPaymentExtension(),
            new HmacSecretExtension(),
            new HmacSecretMcExtension(),
            new MinPinLengthExtension(),
            new PinComplexityExtension());

    /** What the profile must have. */
    Feature feature();

    /** As it stands in getInfo. */
    String id();

    /** Before the touch: refuses what it cannot do. */
    default void check(MakeCredential request) {}

    /** Before the touch: refuses what it cannot do. */
    default void check(GetAssertion request) {}

    /** Marks the new credential, before its id is made. */
    default Traits mark(MakeCredential request, Traits traits) {
        return traits;
    }

    /** Adds its output for a new credential. */
    default void make(Making making) {}

    /** Adds its output for an assertion. */
    default void get(Getting getting) {}

    static List<KeyExtension> of(Profile profile) {
        return ALL.stream().filter(each -> profile.has(each.feature())).toList();
    }
}
