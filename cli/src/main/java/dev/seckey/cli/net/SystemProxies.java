package dev.seckey.cli.net;

import dev.seckey.transports.Os;
import java.net.ProxySelector;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The proxy settings of Windows and macOS, scripts included. Java asks for them only if it is told to before it first thinks
 * of a proxy. Not on Linux, where the environment has them: there Java would load a desktop's libraries, to ask GNOME alone.
 */
final class SystemProxies {
    private static final String SWITCH = "java.net.useSystemProxies";

    private SystemProxies() {}

    /** To be asked when a proxy is wanted; what Java was told on its command line stands. */
    static Supplier<ProxySelector> of(Os os, Properties java) {
        if (os != Os.LINUX) {
            java.putIfAbsent(SWITCH, "true");
        }
        return ProxySelector::getDefault;
    }
}
