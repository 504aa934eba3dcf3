package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred keys for as many people, in one run: sixteen readers, on which they take turns. What became of each is read
 * by other parties' programs before it is taken away.
 */
@Tag("long")
class ProvisionBoxIT {
    private static final int KEYS = Integer.getInteger("seckey.provision.box", 200);
    private static final int READERS = 16;
    private static final int LEFT_OVER = 3;
    private static final String POLICY = """
            minimum-level = "L2"
            [provision]
            pin = "random"
            min-pin-length = 6
            min-pin-length-rp-ids = ["example.nhs.uk"]
            force-pin-change = true
            always-uv = true
            enterprise-attestation = true
            asset-label = "WARD7-{n:04}"
            [provision.yubikey]
            usb = ["fido2", "u2f"]
            """;
    private static final List<String> NAMES = List.of(
            "Siân Ó Dálaigh",
            "Zoë Müller-Lüdenscheidt",
            "Владимир Иванов",
            "محمد علي",
            "王小明",
            "=HYPERLINK(\"x\")",
            "नीता");
    private static final Pattern OPENED = Pattern.compile("(?m)^(WARD7-\\d{4}) +(\\d{8})  (.*)$");

    @TempDir
    private Path folder;

    private PcscIsland island;

    @BeforeEach
    void require() {
        RealParts.require("pcscd", "python3-fido2", "ykman");
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void everyKeyIsAsThePolicySaysAndEachPersonHasOne() throws IOException {
        Files.writeString(folder.resolve("ward.toml"), POLICY);
        Files.writeString(folder.resolve("passphrase"), "correct horse");
        Files.writeString(folder.resolve("staff.csv"), staff());
        try (PcscIsland inhabited = PcscIsland.inhabit(folder, READERS / 2)) {
            island = inhabited;
            seckey("handover", "keygen", "--out", in(""), "--passphrase-file", in("passphrase"));
            Outcome ended;
            String serial;
            try (Running provision = provision();
                    Running reader = island.seckey().start(List.of("/usr/bin/python3", states()))) {
                provision.awaitErr("plug in a key");
                serial = layAll(provision, reader);
                ended = provision.end().ended(0);
            }
            ended.printed("done                   " + KEYS);
            IntStream.rangeClosed(1, LEFT_OVER).forEach(i -> ended.printed("row " + (KEYS + i + 1)));
            requireOneKeyEach();
            requirePinsAreSafe(ended, serial);
        }
    }

    private static String staff() {
        return IntStream.rangeClosed(1, KEYS + LEFT_OVER)
                .mapToObj(i -> "E" + i + ";" + quoted(NAMES.get(i % NAMES.size()) + " " + i))
                .collect(Collectors.joining("\r\n", "Staff number;Full name\r\n", "\r\n"));
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private String states() {
        return new Rigs(folder).unpack("python-fido2-states-over-pcsc.py").toString();
    }

    private Outcome seckey(String... arguments) {
        return island.seckey().run(arguments).ended(0);
    }

    private Running provision() {
        return island.seckey()
                .start(
                        "provision",
                        "--policy",
                        in("ward.toml"),
                        "--home",
                        in("home"),
                        "--ledger",
                        in("ledger"),
                        "--users",
                        in("staff.csv"),
                        "--pins-to",
                        in("pins"),
                        "--encrypt-to",
                        in("handover-cert.pem"),
                        "--trace",
                        in("trace.txt"),
                        "--trust-simulated",
                        "--count",
                        Integer.toString(KEYS));
    }

    /** The serial number of one that its owner has begun to use, with a PIN of their own. */
    private String layAll(Running provision, Running reader) {
        String serial = "";
        for (int done = 0; done < KEYS; ) {
            int count = Math.min(READERS, KEYS - done);
            String first = Integer.toString(done + 1);
            try (Running cards = island.layBox(count, "--profile", "yubikey", "--first", first)) {
                done += count;
                provision.awaitErr("remove the key (" + done + " of " + KEYS + ")");
                requireAsWanted(reader, "box-" + done, count);
                serial = ykmanSeesTheFirst();
                if (done == KEYS) {
                    ownerChangesPin(serial);
                }
            }
            island.awaitEmptyReaders();
        }
        return serial;
    }

    private static void requireAsWanted(Running reader, String name, int count) {
        reader.type(name + "\n");
        reader.awaitOut(name + " are all\n");
        List<String> states = reader.said()
                .lines()
                .filter(line -> line.startsWith(name + " pin"))
                .toList();
        String wanted = name + " pin True forced True least 6 always-uv True ep True";
        assertEquals(Collections.nCopies(count, wanted), states);
    }

    private String ykmanSeesTheFirst() {
        String info = ykman("info").out();
        Matcher serial = Pattern.compile("Serial number: (\\d+)").matcher(info);
        assertTrue(serial.find(), info);
        assertTrue(info.matches("(?s).*FIDO2\\s+Enabled.*PIV\\s+Disabled.*"), info);
        ykman("fido", "info")
                .printed("PIN is set, with 8 attempt(s) remaining.")
                .printed("is turned on");
        return serial.group(1);
    }

    private void ownerChangesPin(String serial) {
        String pin = pins().get(labels().get(serial));
        ykman("fido", "access", "change-pin", "--pin", pin, "--new-pin", "mine-and-no-others");
    }

    private Outcome ykman(String... arguments) {
        List<String> command = new ArrayList<>(List.of("ykman", "--reader", PcscIsland.READER));
        command.addAll(List.of(arguments));
        return island.seckey().run(command).ended(0);
    }

    /** Asset labels by serial numbers, as the ledger has them. */
    private Map<String, String> labels() {
        Map<String, String> json =
                seckey("ledger", "list", "--json", "--ledger", in("ledger")).json();
        Map<String, String> labels = new TreeMap<>();
        for (int i = 0; json.containsKey("/keys/" + i + "/key/id"); i++) {
            labels.put(json.get("/keys/" + i + "/key/serial"), json.get("/keys/" + i + "/key/asset"));
        }
        return labels;
    }

    private List<MatchResult> opened() {
        Outcome opened = seckey(
                "handover",
                "open",
                in("pins"),
                "--show",
                "--key-file",
                in("handover-key.pem"),
                "--passphrase-file",
                in("passphrase"));
        return OPENED.matcher(opened.out()).results().toList();
    }

    /** By asset labels. */
    private Map<String, String> pins() {
        return opened().stream().collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    }

    private void requireOneKeyEach() {
        assertEquals(KEYS, labels().size());
        assertEquals(KEYS, new TreeSet<>(labels().values()).size());
        List<String> people =
                opened().stream().map(line -> line.group(3)).distinct().toList();
        assertEquals(KEYS, people.size());
        seckey("ledger", "check", "--ledger", in("ledger"), "--home", in("home"));
    }

    private void requirePinsAreSafe(Outcome ended, String serial) throws IOException {
        Map<String, String> pins = pins();
        assertEquals(KEYS, pins.size());
        assertTrue(pins.containsKey(labels().get(serial)));
        PinSearch.requireNone(List.copyOf(pins.values()), ended, folder, List.of());
        String csv = seckey("ledger", "export", "--ledger", in("ledger")).out();
        assertTrue(csv.contains("'=HYPERLINK"), "a name that is a formula is no text in the export");
    }
}
