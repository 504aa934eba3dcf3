package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.metadata.CertificationLevel;
import java.util.List;
import java.util.Optional;

/**
 * What an organisation asks of a key.
 *
 * @param minimumLevel none: any model will do
 * @param attestationRequired whether the key must prove its model, and not only claim it
 * @param metadataMaxAgeDays how old the knowledge of the model may be
 */
public record Policy(
        String name,
        String title,
        Optional<CertificationLevel> minimumLevel,
        boolean attestationRequired,
        int metadataMaxAgeDays) {
    /** NHS CIS2 Authentication registers only keys certified at FIDO2 Level 2 or above. */
    public static final Policy NHS_CIS2 = new Policy(
            "nhs-cis2",
            "NHS CIS2 Authentication: Level 2 or above, proved",
            Optional.of(CertificationLevel.L2),
            true,
            365);

    public static final Policy FIDO_LEVEL_1 = new Policy(
            "fido-level-1", "certified at Level 1 or above, proved", Optional.of(CertificationLevel.L1), true, 365);

    public static final Policy ANY_FIDO2 =
            new Policy("any-fido2", "any FIDO2 key that is not known to be bad", Optional.empty(), false, 3650);

    /** The policies that are built in, the default first. */
    public static final List<Policy> BUILT_IN = List.of(NHS_CIS2, FIDO_LEVEL_1, ANY_FIDO2);

    public static Optional<Policy> named(String name) {
        return BUILT_IN.stream().filter(policy -> policy.name.equals(name)).findFirst();
    }
}
