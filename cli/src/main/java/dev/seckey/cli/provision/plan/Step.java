package dev.seckey.cli.provision.plan;

import java.util.Optional;

/**
 * One thing that a plan does to a key.
 *
 * @param description what will be otherwise, for a person: "always-UV: off, becomes on"
 * @param unreadable what of it the key will not tell afterwards
 */
public record Step(StepId id, String description, Optional<String> unreadable) {
    public static Step of(StepId id, String description) {
        return new Step(id, description, Optional.empty());
    }

    /** Whether it leaves the key as it is. */
    public boolean changesNothing() {
        return id == StepId.PROVE;
    }
}
