package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.metadata.CertificationLevel;
import java.util.List;
import java.util.Optional;

/** Three policies that ask for ever less. */
final class Policies {
    static final Policy LEVEL_2 = Policy.of("level-2", "", Optional.of(CertificationLevel.L2), true, 365);
    static final Policy LEVEL_1 = Policy.of("level-1", "", Optional.of(CertificationLevel.L1), true, 365);
    static final Policy ANY = Policy.of("any", "", Optional.empty(), false, 3650);

    static final List<Policy> ALL = List.of(LEVEL_2, LEVEL_1, ANY);

    private Policies() {}

    static Policy named(String name) {
        return ALL.stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
