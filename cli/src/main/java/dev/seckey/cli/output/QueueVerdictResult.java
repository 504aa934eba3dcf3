package dev.seckey.cli.output;

/**
 * The verdict on one key of a queue: the answer and what made it.
 *
 * @param number of the key in the queue, from 1
 * @param selector where it was
 */
public record QueueVerdictResult(int number, String selector, VerdictResult verdict) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = verdict.simulated() ? plain.prefixed("SIMULATED ") : plain;
        verdict.writeAnswer(out, number + "  " + selector + "  ");
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("event", "verdict").member("number", number).member("selector", selector);
        verdict.writeJson(out);
    }
}
