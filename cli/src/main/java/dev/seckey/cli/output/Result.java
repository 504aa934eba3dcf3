package dev.seckey.cli.output;

/** What a command found out, ready to be shown to a person or to a program. */
public interface Result {
    /** For a person: whole lines, the most important first. */
    void writeText(TextWriter out);

    /** For a program: the members of one JSON object. */
    void writeJson(JsonWriter out);
}
