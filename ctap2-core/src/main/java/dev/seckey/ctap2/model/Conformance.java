package dev.seckey.ctap2.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where what a key says of itself is not what CTAP 2.3 §6.4 and §9 ask of it. */
public final class Conformance {
    /** Code points. */
    private static final int SHORTEST_PIN = 4;

    /** Bytes. */
    private static final int LONGEST_PIN = 63;

    private static final int LEAST_MESSAGE = 1024;
    private static final int LEAST_LARGE_BLOBS = 1024;
    private static final int LEAST_CRED_BLOB = 32;

    /** Something that must hold. */
    private record Rule(Predicate<AuthenticatorInfo> holds, String otherwise) {}

    private static final List<Rule> RULES = List.of(
            new Rule(info -> !info.versions().isEmpty(), "it names no version of the protocol"),
            new Rule(info -> info.maxMsgSize() >= LEAST_MESSAGE, "it takes messages of less than 1024 bytes only"),
            new Rule(info -> info.minPinLength() >= SHORTEST_PIN, "its minimum PIN length is below 4"),
            new Rule(info -> info.maxPinLength() <= LONGEST_PIN, "its maximum PIN length is above 63"),
            new Rule(info -> info.minPinLength() <= info.maxPinLength(), "its minimum PIN length is above its maximum"),
            new Rule(
                    info -> isAbsent(info, Option.CLIENT_PIN)
                            || !info.pinUvAuthProtocols().isEmpty(),
                    "it can have a PIN and names no PIN protocol"),
            new Rule(
                    info -> info.pinUvAuthProtocols().size() == new HashSet<>(info.pinUvAuthProtocols()).size(),
                    "it names a PIN protocol twice"),
            new Rule(
                    info -> !isVersion21(info) || !verifiesUsers(info) || info.has(Option.PIN_UV_AUTH_TOKEN),
                    "it says FIDO_2_1 or later, and has no PIN tokens with permissions (pinUvAuthToken)"),
            new Rule(
                    info -> !isVersion21(info)
                            || !verifiesUsers(info)
                            || info.pinUvAuthProtocols().contains(2),
                    "it says FIDO_2_1 or later, and does not have PIN protocol 2"),
            new Rule(
                    info -> !info.forcePinChange() || info.has(Option.CLIENT_PIN),
                    "it wants a new PIN and has none (forcePINChange)"),
            needs(Option.SET_MIN_PIN_LENGTH, Option.CLIENT_PIN),
            needs(Option.SET_MIN_PIN_LENGTH, Option.AUTHENTICATOR_CONFIG),
            needs(Option.NO_MC_GA_WITH_CLIENT_PIN, Option.CLIENT_PIN),
            needs(Option.UV_BIO_ENROLL, Option.BIO_ENROLL),
            needs(Option.UV_AUTHENTICATOR_CONFIG, Option.AUTHENTICATOR_CONFIG),
            needs(Option.BIO_ENROLL, Option.USER_VERIFICATION),
            needs(Option.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY, Option.CREDENTIAL_MANAGEMENT),
            new Rule(
                    info -> !info.has(Option.ALWAYS_UV) || !info.has(Option.MAKE_CRED_UV_NOT_REQUIRED),
                    "makeCredUvNotRqd and alwaysUv are both true"),
            new Rule(
                    info -> !info.has(Option.ALWAYS_UV)
                            || info.has(Option.USER_VERIFICATION)
                            || !info.supports(AuthenticatorInfo.U2F_V2),
                    "it offers U2F, which knows no user verification, under alwaysUv"),
            new Rule(
                    info -> !info.has(Option.LARGE_BLOBS) || info.extensions().contains("largeBlobKey"),
                    "it keeps large blobs, and does not have the extension largeBlobKey"),
            new Rule(
                    info -> info.members()
                            .find(AuthenticatorInfo.MAX_SERIALIZED_LARGE_BLOB_ARRAY)
                            .map(bytes -> bytes >= LEAST_LARGE_BLOBS)
                            .orElse(!info.has(Option.LARGE_BLOBS)),
                    "it does not say that it keeps at least 1024 bytes of large blobs"),
            new Rule(
                    info -> info.members()
                            .find(AuthenticatorInfo.MAX_CRED_BLOB_LENGTH)
                            .map(bytes -> bytes >= LEAST_CRED_BLOB)
                            .orElse(!info.extensions().contains("credBlob")),
                    "it does not say that a credBlob may have at least 32 bytes"));

    private Conformance() {}

    /** One clause each, for a person; empty if nothing is wrong. */
    public static List<String> deviations(AuthenticatorInfo info) {
        List<String> found = new ArrayList<>();
        for (Rule rule : RULES) {
            if (!rule.holds.test(info)) {
                found.add(rule.otherwise);
            }
        }
        return List.copyOf(found);
    }

    private static Rule needs(Option option, Option other) {
        return new Rule(
                info -> !info.has(option) || !isAbsent(info, other),
                "it has the option " + option.id() + " without " + other.id());
    }

    private static boolean isAbsent(AuthenticatorInfo info, Option option) {
        return info.option(option).equals(Optional.empty());
    }

    private static boolean verifiesUsers(AuthenticatorInfo info) {
        return !isAbsent(info, Option.CLIENT_PIN) || !isAbsent(info, Option.USER_VERIFICATION);
    }

    private static boolean isVersion21(AuthenticatorInfo info) {
        return info.supports(AuthenticatorInfo.FIDO_2_1)
                || info.supports(AuthenticatorInfo.FIDO_2_2)
                || info.supports(AuthenticatorInfo.FIDO_2_3);
    }
}
