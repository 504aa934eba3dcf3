package dev.seckey.cli.diagnose.usb;

import dev.seckey.cli.diagnose.Machine;
import java.util.Map;

/** What a Linux program may be shut in. */
enum Sandbox {
    NONE,
    CONTAINER,
    FLATPAK,
    SNAP;

    static Sandbox of(Machine machine, Map<String, String> environment) {
        if (machine.exists("/.flatpak-info")) {
            return FLATPAK;
        }
        if (environment.containsKey("SNAP_NAME")) {
            return SNAP;
        }
        boolean container = machine.exists("/.dockerenv")
                || machine.exists("/run/.containerenv")
                || environment.containsKey("container");
        return container ? CONTAINER : NONE;
    }
}
