package dev.seckey.cli.diagnose.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.diagnose.Probed;
import dev.seckey.cli.diagnose.catalogue.NetEntry;
import dev.seckey.transports.Os;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Words of the programs as their manuals show them. */
class ProxyScriptProbeTest {
    private final BenchMachine machine = new BenchMachine(Path.of("/nowhere"));

    private Probed look() {
        return Probed.run(machine.machine().os(), new ProxyScriptProbe(machine.machine()));
    }

    private void assertTold() {
        assertEquals(
                "the script is at http://proxy.example/proxy.pac",
                look().found(NetEntry.PROXY_SCRIPT).seen(NetEntry.PROXY_SCRIPT));
    }

    @Test
    void gnomeTellsItByItsSettings() {
        machine.program("gsettings get org.gnome.system.proxy mode", "'none'\n");
        machine.program("gsettings get org.gnome.system.proxy autoconfig-url", "'http://proxy.example/proxy.pac'\n");
        look().found();

        machine.program("gsettings get org.gnome.system.proxy mode", "'auto'\n");
        assertTold();
    }

    @Test
    void windowsTellsItByItsRegistry() {
        machine.with(Os.WINDOWS)
                .program(
                        "reg query HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings /v AutoConfigURL",
                        "HKEY_CURRENT_USER\\...\r\n    AutoConfigURL    REG_SZ    http://proxy.example/proxy.pac\r\n");
        assertTold();
    }

    @Test
    void macTellsItByItsConfiguration() {
        machine.with(Os.MAC)
                .program(
                        "scutil --proxy",
                        "<dictionary> {\n  ProxyAutoConfigEnable : 1\n"
                                + "  ProxyAutoConfigURLString : http://proxy.example/proxy.pac\n}\n");
        assertTold();
    }
}
