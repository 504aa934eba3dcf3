package dev.seckey.cli.reset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some keys take any other command after power-up as a reason to refuse the reset. */
class ResetOnTheWireTest {
    private static final String USB_INIT = "ffffffff860008";
    private static final String NFC_SELECT = "00a4040008a0000006472f000100";

    @TempDir
    Path folder;

    private final String yubiKey = "level2, is a YubiKey with 0503050702";

    /** The beginnings of what is sent from the last of these on. */
    private List<String> sentFrom(String start, int digits, Bench bench) throws IOException {
        Path trace = folder.resolve("trace");
        Ran ran = bench.run("reset", "--yes", "--trace", trace.toString());
        assertEquals(0, ran.code().number(), ran::everything);
        List<String> sent = Files.readAllLines(trace).stream()
                .filter(line -> line.contains("> "))
                .map(line -> line.substring(line.indexOf("> ") + 2))
                .map(line -> line.substring(0, Math.min(digits, line.length())))
                .toList();
        int last = IntStream.range(0, sent.size())
                .filter(index -> sent.get(index).startsWith(start))
                .max()
                .orElseThrow();
        return sent.subList(last, sent.size());
    }

    @Test
    void overUsbOnlyInitAndGetInfoGoBeforeIt() throws IOException {
        Bench bench = new Bench(folder.resolve("home"));
        bench.keys().plug("/dev/hidraw0", "Bench Key", Optional.empty(), yubiKey);
        bench.keys().replug("/dev/hidraw0", yubiKey);

        List<String> sent = sentFrom(USB_INIT, 16, bench);
        assertEquals(List.of("0000000190000104", "0000000190000107", "0000000190000104"), sent.subList(1, sent.size()));
    }

    @Test
    void overNfcOnlySelectAndGetInfoGoBeforeIt() throws IOException {
        Bench bench = new Bench(folder.resolve("home"));
        bench.keys().lay("A Reader", yubiKey);
        bench.keys().replug("A Reader", yubiKey);

        List<String> sent = sentFrom(NFC_SELECT, 28, bench).stream()
                .filter(apdu -> !apdu.startsWith("80c0")) // the rest of an answer
                .toList();
        assertEquals(List.of(NFC_SELECT, "80108000010400", "80108000010700"), sent.subList(0, 3));
    }
}
