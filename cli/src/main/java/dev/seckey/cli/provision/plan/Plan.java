package dev.seckey.cli.provision.plan;

import java.util.List;

/**
 * What is to be done to one key, in this order.
 *
 * @param steps none: the key is in order already
 */
public record Plan(List<Step> steps) implements Planned {
    public Plan {
        steps = List.copyOf(steps);
    }

    public boolean isInOrder() {
        return steps.isEmpty();
    }

    public boolean has(StepId id) {
        return steps.stream().anyMatch(step -> step.id() == id);
    }

    public boolean beginsWith(StepId id) {
        return !steps.isEmpty() && steps.get(0).id() == id;
    }
}
