package dev.seckey.cli.output;

/**
 * One key, and what is to be said of it.
 *
 * @param what one verb: "winks", "was touched"
 */
public record KeyResult(String selector, String product, boolean simulated, String what) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        out.line(selector + "  " + product + "  " + what);
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("selector", selector).member("product", product).member("simulated", simulated);
    }
}
