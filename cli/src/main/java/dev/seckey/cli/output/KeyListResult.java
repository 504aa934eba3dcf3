package dev.seckey.cli.output;

import dev.seckey.cli.keys.Listing;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;

/**
 * What {@code list} found.
 *
 * @param simulated whether it is one of our own keys, whose path is its selector
 */
public record KeyListResult(Listing listing, boolean simulated) implements Result {
    @Override
    public void writeText(TextWriter out) {
        TextWriter lines = simulated ? out.prefixed("SIMULATED ") : out;
        listing.keys().forEach(key -> lines.line(line(selector(key), key)));
    }

    private String selector(KeyRef key) {
        return simulated ? key.path() : key.selector();
    }

    static String line(String selector, KeyRef key) {
        String name = key.manufacturer().isEmpty() || key.product().startsWith(key.manufacturer())
                ? key.product()
                : key.manufacturer() + " " + key.product();
        String line = selector + "  " + name
                + key.serial().map(serial -> "  serial " + serial).orElse("");
        return key.obstacle()
                .map(obstacle -> line + "  [" + obstacle.what() + ": " + obstacle.todo() + "]")
                .orElse(line);
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.objects("keys", listing.keys(), (each, key) -> write(each, selector(key), simulated, key));
        out.objects("blindSpots", listing.blindSpots(), KeyListResult::write);
    }

    static void write(JsonWriter out, String selector, boolean simulated, KeyRef key) {
        out.member("selector", selector)
                .member("simulated", simulated)
                .member("transport", key.transport().id())
                .member("path", key.path())
                .member("product", key.product())
                .member("manufacturer", key.manufacturer())
                .member("serial", key.serial());
        key.vendorId().ifPresent(id -> out.member("vendorId", id));
        key.productId().ifPresent(id -> out.member("productId", id));
        out.member("usable", key.openable());
        key.obstacle().ifPresent(obstacle -> out.object("obstacle", inner -> write(inner, obstacle)));
    }

    private static void write(JsonWriter out, Obstacle obstacle) {
        out.member("reason", obstacle.reason().name())
                .member("what", obstacle.what())
                .member("advice", obstacle.todo());
    }
}
