package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.metadata.CertificationLevel;
import java.util.Optional;

/**
 * What an organisation asks of a key.
 *
 * @param minimumLevel none: any model will do
 * @param attestationRequired whether the key must prove its model, and not only claim it
 * @param metadataMaxAgeDays how old the knowledge of the model may be
 * @param advisoriesFail whether an advisory of the maker's is a no, and not only a warning
 */
public record Policy(
        String name,
        String title,
        Optional<CertificationLevel> minimumLevel,
        boolean attestationRequired,
        int metadataMaxAgeDays,
        boolean advisoriesFail,
        ModelRules models,
        KeyRules key) {
    /** Level, proof and age alone. */
    public static Policy of(
            String name,
            String title,
            Optional<CertificationLevel> minimumLevel,
            boolean attestationRequired,
            int metadataMaxAgeDays) {
        return new Policy(
                name,
                title,
                minimumLevel,
                attestationRequired,
                metadataMaxAgeDays,
                false,
                ModelRules.NONE,
                KeyRules.NONE);
    }

    public Policy with(ModelRules rules) {
        return new Policy(
                name, title, minimumLevel, attestationRequired, metadataMaxAgeDays, advisoriesFail, rules, key);
    }

    public Policy with(KeyRules rules) {
        return new Policy(
                name, title, minimumLevel, attestationRequired, metadataMaxAgeDays, advisoriesFail, models, rules);
    }

    public Policy failingOnAdvisories() {
        return new Policy(name, title, minimumLevel, attestationRequired, metadataMaxAgeDays, true, models, key);
    }
}
