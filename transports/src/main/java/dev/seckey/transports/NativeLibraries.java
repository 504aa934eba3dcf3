package dev.seckey.transports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The native parts of the libraries, where a distribution has unpacked them beside its jars, one folder a platform. JNA is
 * told of them by system properties; without them it unpacks them into the temporary folder at every start. So does SQLite.
 */
public final class NativeLibraries {
    /** Where JNA looks for its own native part, and for others'. */
    private static final String OWN = "jna.boot.library.path";

    private static final String OTHERS = "jna.library.path";

    private static final String SQLITE = "org.sqlite.lib.path";

    /** Unless it is given, JNA starts ldconfig to learn where Linux keeps libraries, which the system's loader knows anyway. */
    private static final String SYSTEM = "jna.platform.library.path";

    private static final Map<String, String> PROCESSORS =
            Map.of("amd64", "x86-64", "x86_64", "x86-64", "aarch64", "aarch64", "arm64", "aarch64");

    private NativeLibraries() {}

    /**
     * The properties to set before JNA or SQLite is first used; none where this platform's libraries are not there.
     *
     * @param natives the folder that holds a folder for each platform, such as {@code linux-x86-64}
     * @param processor as the system property {@code os.arch} has it
     */
    public static Map<String, String> properties(Path natives, Os os, String processor) {
        String system = switch (os) {
            case LINUX -> "linux";
            case WINDOWS -> "win32";
            case MAC -> "darwin";
        };
        return Optional.ofNullable(PROCESSORS.get(processor))
                .map(known -> natives.resolve(system + "-" + known))
                .filter(Files::isDirectory)
                .map(Path::toString)
                .map(folder -> os == Os.LINUX
                        ? Map.of(OWN, folder, OTHERS, folder, SQLITE, folder, SYSTEM, folder)
                        : Map.of(OWN, folder, OTHERS, folder, SQLITE, folder))
                .orElse(Map.of());
    }
}
