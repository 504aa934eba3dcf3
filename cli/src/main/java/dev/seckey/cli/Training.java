package dev.seckey.cli;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.transports.Os;
import dev.seckey.transports.usb.UsbKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs command lines for Java to see what they load: {@code bin/seckey-archive} makes an archive of that. What they print
 * and how they end does not matter.
 */
public final class Training {
    /** What hidapi opens and then finds to be no key. */
    private static final String NO_KEY = "/dev/null";

    private Training() {}

    /**
     * @param arguments the socket of the service with the reader, or nothing where there is none; a folder that stands for
     *     the "/" of a machine with a key on USB, or nothing; and a command line each
     */
    public static void main(String[] arguments) throws IOException {
        Main.prepareJava();
        List<String[]> lines =
                Arrays.stream(arguments).skip(2).map(line -> line.split(" ")).toList();
        for (String[] line : lines) {
            run(line);
        }
        String[] last = lines.get(lines.size() - 1);
        if (!arguments[0].isEmpty()) {
            withoutTheService(Path.of(arguments[0]), last);
        }
        if (!arguments[1].isEmpty()) {
            withAKeyOnUsb(Path.of(arguments[1]), last[0].equals("info"));
        }
        Runtime.getRuntime().halt(0);
    }

    /** As if each exchange were soon over, so that it does not take signals. */
    private static void run(String... line) {
        Ahead.begin(line);
        Interrupts interrupts = Interrupts.ofThisProcess(millis -> Sleeper.SYSTEM.sleep(Long.MAX_VALUE));
        Main.run(Main.surroundings(interrupts), line);
    }

    private static void withoutTheService(Path service, String... line) throws IOException {
        Path away = service.resolveSibling("away");
        Files.move(service, away);
        run(line);
        Files.move(away, service);
    }

    private static void withAKeyOnUsb(Path root, boolean opened) {
        UsbKeys.of(Os.LINUX, root).list();
        if (opened) {
            try {
                UsbKeys.system().open(NO_KEY).close();
            } catch (Fault expected) {
                return; // hidapi and what calls it are loaded
            }
        }
    }
}
