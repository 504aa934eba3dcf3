package dev.seckey.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who runs this, and on which machine, as the environment has it. Nothing here asks the network.
 */
public record Whereabouts(String operator, String machine) {
    private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    public static Whereabouts of(Map<String, String> environment) {
        return new Whereabouts(
                first(environment, "USER", "USERNAME", "LOGNAME").orElse("unknown"),
                first(environment, "COMPUTERNAME", "HOSTNAME")
                        .or(Whereabouts::linuxHostName)
                        .orElse("unknown"));
    }

    private static Optional<String> first(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Optional<String> linuxHostName() {
        try {
            return Optional.of(Files.readString(LINUX_HOST_NAME).strip()).filter(name -> !name.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
