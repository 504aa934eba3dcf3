package dev.seckey.cli.ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the work is done, and by whom.
 *
 * @param bench names the chain; two places that work at the same time have two benches
 * @param operator the account that runs seckey
 * @param machine the computer's name
 */
public record Desk(String bench, String operator, String machine) {
    /** Linux tells it without asking the network. */
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    /** This account on this computer; the bench is called as the option says, else SECKEY_BENCH, else as the computer. */
    public static Desk here(Optional<String> bench, Map<String, String> environment) {
        String machine = machine(environment);
        String account = System.getProperty("user.name", "unknown");
        String operator = Optional.ofNullable(environment.get("SUDO_USER"))
                .map(person -> person + " as " + account)
                .orElse(account);
        String name = bench.or(() -> Optional.ofNullable(environment.get("SECKEY_BENCH")))
                .filter(text -> !text.isBlank())
                .orElse(machine);
        return new Desk(name, operator, machine);
    }

    private static String machine(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("COMPUTERNAME"))
                .or(Desk::kernelsName)
                .orElseGet(Desk::networkName);
    }

    private static Optional<String> kernelsName() {
        try {
            return Optional.of(Files.readString(HOST_NAME).strip()).filter(name -> !name.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String networkName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
