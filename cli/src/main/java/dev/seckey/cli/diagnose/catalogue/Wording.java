package dev.seckey.cli.diagnose.catalogue;

/** What an {@link Entry} has to say, member by member. */
public record Wording(String id, Severity severity, String title, String meaning, String advice) {
    /** @param area "USB" */
    static Wording of(String area, int number, Severity severity, String title, String meaning, String advice) {
        return new Wording(String.format("%s-%03d", area, number), severity, title, meaning, advice);
    }
}
