package dev.seckey.cli;

import java.util.Optional;

/** Which seckey this is. */
public final class Version {
    private Version() {}

    public static String line() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return "seckey " + version;
    }
}
