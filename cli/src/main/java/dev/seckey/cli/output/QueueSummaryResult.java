package dev.seckey.cli.output;

/**
 * How a queue of keys came out.
 *
 * @param unread keys that failed or were pulled out before there was a verdict
 */
public record QueueSummaryResult(int acceptable, int notAcceptable, int cannotTell, int unread, boolean simulated)
        implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        int keys = acceptable + notAcceptable + cannotTell + unread;
        out.line(keys + (keys == 1 ? " key: " : " keys: ") + acceptable + " acceptable, " + notAcceptable
                + " not acceptable, " + cannotTell + " cannot tell" + (unread > 0 ? ", " + unread + " not read" : ""));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("event", "summary")
                .member("simulated", simulated)
                .member("acceptable", acceptable)
                .member("notAcceptable", notAcceptable)
                .member("cannotTell", cannotTell)
                .member("unread", unread);
    }
}
