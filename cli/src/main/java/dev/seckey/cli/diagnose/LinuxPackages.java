package dev.seckey.cli.diagnose;

import java.util.regex.Pattern;

/** How this Linux installs what it calls so. */
public final class LinuxPackages {
    private static final Pattern RED_HAT = Pattern.compile("(?m)^ID(_LIKE)?=.*(fedora|rhel|suse)");
    private static final Pattern ALPINE = Pattern.compile("(?m)^ID=alpine");

    private LinuxPackages() {}

    /** The line to type. */
    public static String install(Machine machine, String onDebian, String onRedHat) {
        String release = machine.text("/etc/os-release").orElse("");
        if (RED_HAT.matcher(release).find()) {
            return "sudo dnf install " + onRedHat;
        }
        return ALPINE.matcher(release).find() ? "sudo apk add " + onRedHat : "sudo apt install " + onDebian;
    }
}
