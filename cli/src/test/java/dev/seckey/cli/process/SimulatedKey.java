package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.Rigs;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A simulated key in a process of its own, and the place where commands see it. Closing pulls it out. */
record SimulatedKey(Running process, Seckey seckey, String selector) implements AutoCloseable {
    /** What opens the profiles that come with a PIN. */
    static final String PIN = "123456";

    static final String HIDRAW = "/dev/hidraw0";

    private static final Pattern PORT = Pattern.compile("on TCP port (\\d+)");

    /**
     * Behind a hidraw device of umockdev's.
     *
     * @param folder for the rig's files
     */
    static SimulatedKey overHidraw(Path folder, String... options) {
        Running key = Seckey.HERE.start(Stream.concat(Stream.of("virtual", "start", "--tcp", "0"), Stream.of(options))
                .toArray(String[]::new));
        Matcher port = PORT.matcher(key.awaitErr("Ctrl-C takes it away"));
        assertTrue(port.find());
        return new SimulatedKey(
                key,
                new Seckey(
                        command -> withoutPcscd(new Rigs(folder).withHidraw(Integer.parseInt(port.group(1)), command))),
                "usb:" + HIDRAW);
    }

    /** On the first reader of the island. */
    static SimulatedKey overPcscd(PcscIsland island, String... options) {
        return new SimulatedKey(island.lay(options), island.seckey(), "nfc:" + PcscIsland.READER);
    }

    static SimulatedKey onSecondReader(PcscIsland island, String... options) {
        return new SimulatedKey(island.layOnSecondReader(options), island.seckey(), "nfc:" + PcscIsland.SECOND_READER);
    }

    /** Here the namespace of an island would have no way to the key. */
    private static List<String> withoutPcscd(List<String> command) {
        return Stream.concat(Stream.of("env", "PCSCLITE_CSOCK_NAME=/nowhere"), command.stream())
                .toList();
    }

    /**
     * The command for this key.
     *
     * @param line words with single spaces between them
     */
    Running start(String line) {
        return seckey.start(Stream.concat(Stream.of(line.split(" ")), Stream.of("--key", selector))
                .toArray(String[]::new));
    }

    Outcome run(String line) {
        return answering("", line);
    }

    /** @param pins one a line */
    Outcome withPin(String pins, String line) {
        return answering(pins + "\n", line + " --pin-stdin");
    }

    private Outcome answering(String lines, String line) {
        try (Running running = start(line)) {
            running.type(lines);
            return running.end();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
