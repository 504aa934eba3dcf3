package dev.seckey.cli.diagnose.network;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Resolver;
import dev.seckey.transports.Os;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * How this computer gets out.
 *
 * @param proxies which proxy leads to an address; empty: straight
 * @param known the authorities that everybody knows
 * @param trusted those that this computer trusts
 */
public record Route(Machine machine, Clock clock, Function<URI, Optional<Detour>> proxies, Roots known, Roots trusted) {
    Resolver resolver() {
        return machine.resolver();
    }

    Optional<Detour> detour(URI url) {
        return proxies.apply(url);
    }

    /** The line that gives this name an address of this computer's own. */
    Optional<String> inHostsFile(String host) {
        String file = machine.os() == Os.WINDOWS ? "/Windows/System32/drivers/etc/hosts" : "/etc/hosts";
        return machine.text(file).stream()
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> Arrays.asList(line.split("\\s+")).indexOf(host) > 0)
                .findFirst();
    }
}
