package dev.seckey.cli.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.transports.Os;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The name of the switch is Java's: "Java Networking and Proxies", section 2.4. */
class SystemProxiesTest {
    private static final String SWITCH = "java.net.useSystemProxies";

    private final Properties java = new Properties();

    @ParameterizedTest
    @EnumSource(
            value = Os.class,
            names = {"WINDOWS", "MAC"})
    void javaIsToldToAskTheSystem(Os os) {
        SystemProxies.of(os, java);
        assertEquals("true", java.getProperty(SWITCH));
    }

    @Test
    void onLinuxTheEnvironmentHasThem() {
        SystemProxies.of(Os.LINUX, java);
        assertEquals(new Properties(), java);
    }

    @Test
    void whatJavaWasToldBeforeStands() {
        java.setProperty(SWITCH, "false");
        SystemProxies.of(Os.WINDOWS, java);
        assertEquals("false", java.getProperty(SWITCH));
    }
}
