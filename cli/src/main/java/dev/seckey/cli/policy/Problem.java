package dev.seckey.cli.policy;

/**
 * One mistake in a policy file.
 *
 * @param line from 1
 * @param column from 1
 */
public record Problem(int line, int column, String what) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + what;
    }
}
