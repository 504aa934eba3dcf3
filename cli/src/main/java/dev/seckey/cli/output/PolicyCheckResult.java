package dev.seckey.cli.output;

import java.util.List;

/**
 * Whether a file is a policy.
 *
 * @param what it is, if it is one
 */
public record PolicyCheckResult(String file, String what, List<Mistake> problems) implements Result {
    /** Line and column from 1. */
    public record Mistake(int line, int column, String problem) {}

    @Override
    public void writeText(TextWriter out) {
        if (problems.isEmpty()) {
            out.line(file + ": good, " + what);
        }
        problems.forEach(each -> out.line(file + ":" + each.line() + ":" + each.column() + ": " + each.problem()));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("file", file)
                .member("valid", problems.isEmpty())
                .objects(
                        "problems",
                        problems,
                        (inner, each) -> inner.member("line", each.line())
                                .member("column", each.column())
                                .member("problem", each.problem()));
    }
}
