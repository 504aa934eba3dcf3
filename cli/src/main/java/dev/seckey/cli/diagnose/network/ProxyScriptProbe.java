package dev.seckey.cli.diagnose.network;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.NetEntry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the desktop chooses its proxy by a script. */
public final class ProxyScriptProbe implements Probe {
    private static final String INTERNET_SETTINGS =
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

    private static final Pattern WINDOWS = Pattern.compile("AutoConfigURL\\s+REG_SZ\\s+(\\S+)");
    private static final Pattern MAC = Pattern.compile("ProxyAutoConfigURLString : (\\S+)");
    private static final Pattern MAC_ON = Pattern.compile("ProxyAutoConfigEnable : 1\\b");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private final Machine machine;

    public ProxyScriptProbe(Machine machine) {
        this.machine = machine;
    }

    @Override
    public String name() {
        return "the choice of a proxy";
    }

    @Override
    public void run(Report report) {
        report.step("reading the desktop's proxy settings");
        script().ifPresent(url -> report.found(NetEntry.PROXY_SCRIPT, "the script is at " + url));
    }

    private Optional<String> script() {
        return switch (machine.os()) {
            case WINDOWS -> said(WINDOWS, "reg", "query", INTERNET_SETTINGS, "/v", "AutoConfigURL");
            case MAC ->
                machine.programs()
                        .run("scutil", "--proxy")
                        .filter(text -> MAC_ON.matcher(text).find())
                        .flatMap(text -> first(MAC, text));
            case LINUX ->
                machine.programs()
                        .run("gsettings", "get", "org.gnome.system.proxy", "mode")
                        .filter(mode -> mode.strip().equals("'auto'"))
                        .flatMap(mode -> said(QUOTED, "gsettings", "get", "org.gnome.system.proxy", "autoconfig-url"));
        };
    }

    private Optional<String> said(Pattern wanted, String... command) {
        return machine.programs().run(command).flatMap(text -> first(wanted, text));
    }

    private static Optional<String> first(Pattern wanted, String text) {
        Matcher found = wanted.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
