package dev.seckey.ctap2.metadata;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The status values of FIDO Metadata Service 3.1.1 (§3.1.4 AuthenticatorStatus) and what each does to a model. */
public enum AuthenticatorStatus {
    NOT_FIDO_CERTIFIED(Effect.NOT_CERTIFIED, "not FIDO certified"),
    SELF_ASSERTION_SUBMITTED(Effect.NO_LEVEL, "the maker's own statement, which gives no level"),

    /** The functional certificate: counts as Level 1 where nothing more is said, and never lowers a level. */
    FIDO_CERTIFIED(Effect.FUNCTIONAL, CertificationLevel.L1),
    FIDO_CERTIFIED_L1(Effect.LEVEL, CertificationLevel.L1),
    FIDO_CERTIFIED_L1PLUS("FIDO_CERTIFIED_L1plus", CertificationLevel.L1PLUS),
    FIDO_CERTIFIED_L2(Effect.LEVEL, CertificationLevel.L2),
    FIDO_CERTIFIED_L2PLUS("FIDO_CERTIFIED_L2plus", CertificationLevel.L2PLUS),
    FIDO_CERTIFIED_L3(Effect.LEVEL, CertificationLevel.L3),
    FIDO_CERTIFIED_L3PLUS("FIDO_CERTIFIED_L3plus", CertificationLevel.L3PLUS),

    /** FIPS 140 has levels of its own: none of them is a FIDO level. */
    FIPS140_CERTIFIED_L1(Effect.NO_LEVEL, "a FIPS 140 certificate, which gives no FIDO level"),
    FIPS140_CERTIFIED_L2(Effect.NO_LEVEL, "a FIPS 140 certificate, which gives no FIDO level"),
    FIPS140_CERTIFIED_L3(Effect.NO_LEVEL, "a FIPS 140 certificate, which gives no FIDO level"),
    FIPS140_CERTIFIED_L4(Effect.NO_LEVEL, "a FIPS 140 certificate, which gives no FIDO level"),

    UPDATE_AVAILABLE(Effect.UPDATE, "the maker offers newer firmware"),
    USER_VERIFICATION_BYPASS(Effect.COMPROMISE, "the PIN or fingerprint can be bypassed"),
    ATTESTATION_KEY_COMPROMISE(Effect.COMPROMISE, "an attestation key of this model is known to others"),
    USER_KEY_REMOTE_COMPROMISE(Effect.COMPROMISE, "keys can be taken from it at a distance"),
    USER_KEY_PHYSICAL_COMPROMISE(Effect.COMPROMISE, "keys can be taken from it by whoever holds it"),
    REVOKED(Effect.WITHDRAWN, "FIDO has revoked this model"),
    RETIRED(Effect.WITHDRAWN, "this model is retired");

    /** What a status in effect does. */
    public enum Effect {
        LEVEL,
        FUNCTIONAL,
        NOT_CERTIFIED,
        NO_LEVEL,
        UPDATE,
        COMPROMISE,
        WITHDRAWN
    }

    private static final Map<String, AuthenticatorStatus> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(status -> status.text, Function.identity()));

    private final String text;
    private final Effect effect;
    private final CertificationLevel level;
    private final String meaning;

    AuthenticatorStatus(Effect effect, String meaning) {
        this.text = name();
        this.effect = effect;
        this.level = null;
        this.meaning = meaning;
    }

    AuthenticatorStatus(Effect effect, CertificationLevel level) {
        this.text = name();
        this.effect = effect;
        this.level = level;
        this.meaning = "certified at " + level.title();
    }

    AuthenticatorStatus(String text, CertificationLevel level) {
        this.text = text;
        this.effect = Effect.LEVEL;
        this.level = level;
        this.meaning = "certified at " + level.title();
    }

    /** Empty for a value that came after this library. */
    public static Optional<AuthenticatorStatus> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /** As the metadata writes it. */
    public String text() {
        return text;
    }

    public Effect effect() {
        return effect;
    }

    /** The level that this status stands for, if any. */
    public Optional<CertificationLevel> level() {
        return Optional.ofNullable(level);
    }

    /** One clause in lower case, for a person. */
    public String meaning() {
        return meaning;
    }
}
