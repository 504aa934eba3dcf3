package dev.seckey.cli.diagnose.network;

/**
 * A proxy on the way.
 *
 * @param namedBy who says so
 */
public record Detour(String host, int port, String namedBy) {
    @Override
    public String toString() {
        return host + ":" + port + " (from " + namedBy + ")";
    }
}
