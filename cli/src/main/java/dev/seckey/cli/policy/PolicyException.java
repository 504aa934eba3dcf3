package dev.seckey.cli.policy;

import java.util.List;

/** A file is no policy; says everything that is wrong with it. */
public final class PolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PolicyException(List<Problem> problems) {
        super(problems.get(0).toString());
        this.problems = List.copyOf(problems);
    }

    /** As they stand in the file. */
    public List<Problem> problems() {
        return problems;
    }
}
