package dev.seckey.cli.manual;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.BenchFiles;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.handover.HandoverFolder;
import dev.seckey.cli.handover.PinStore;
import dev.seckey.cli.ledger.Desk;
import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.LedgerAddress;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.metadata.CertificateFile;
import dev.seckey.ctap2.pinuv.Pin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder in which every file lies that an example names, and in which examples leave what they make. */
final class Workplace {
    private static final String OUTPUT = "-o|--out|--trace|--record|--report";
    private static final String PIN = "123456";
    private static final String PASSPHRASE = "a long passphrase";
    private static final Clock CLOCK = Clock.fixed(Bench.NOW, ZoneOffset.UTC);

    /** One that was set up. */
    private static final KeyIdentity KEY = new KeyIdentity(
            "serial:12345678",
            Optional.of("12345678"),
            Optional.empty(),
            Optional.of("YubiKey 5 NFC"),
            Optional.empty(),
            Optional.of("usb"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("WARD7-0001"),
            false);

    private final Path folder;

    /** @param folder empty */
    Workplace(Path folder) throws IOException {
        this.folder = folder;
        BenchFiles.write(folder);
        copy("blob7.jwt", "blob.jwt");
        copy("blob7.jwt", "old.jwt");
        copy("blob9.jwt", "new.jwt");
        copy("list.csv", "offer.csv");
        Files.writeString(folder.resolve("creation.json"), """
                {"rp": {"id": "idp.example.org", "name": "IdP"}, "challenge": "AAECAwQ",
                 "user": {"id": "AQID", "name": "alice", "displayName": "Alice"},
                 "pubKeyCredParams": [{"type": "public-key", "alg": -7}]}
                """);
        Files.writeString(
                folder.resolve("request.json"), "{\"rpId\": \"idp.example.org\", \"challenge\": \"AAECAwQ\"}");
        prepare(
                PIN,
                "--virtual credential create --options creation.json --origin https://idp.example.org -o registration.json");
        prepare(PASSPHRASE, "handover keygen --out keys");
        fillLedger();
        handOver();
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(folder.resolve(from), folder.resolve(to));
    }

    private void prepare(String typed, String line) {
        Ran ran = bench().typing(typed).run(placed(List.of(line.split(" "))));
        if (ran.code() != ExitCode.DONE) {
            throw new IllegalStateException(line + ": " + ran);
        }
    }

    private void fillLedger() {
        LedgerAddress address = LedgerAddress.of(Optional.empty(), Optional.of(folder.resolve("home")), Map.of());
        try (Ledger ledger = address.open(new Desk("WARD7", "amy", "it-7"), CLOCK)) {
            ledger.append(Entry.of(EventKind.INTENT, "B1").about(KEY));
            ledger.append(Entry.of(EventKind.OUTCOME, "B1").about(KEY).ending(Outcome.DONE));
        }
    }

    private void handOver() throws IOException {
        Path pins = folder.resolve("pins");
        try (PinStore store = HandoverFolder.open(
                        pins,
                        CertificateFile.read(folder.resolve("keys/handover-cert.pem")),
                        new SecureRandom(),
                        CLOCK);
                Pin pin = Pin.takingUtf8("80417263".getBytes(StandardCharsets.UTF_8))) {
            Path stored = pins.resolve(store.store(KEY, Optional.empty(), pin).file());
            Files.move(stored, pins.resolve("FILE.p7m"));
        }
    }

    Bench bench() {
        return new Bench(folder.resolve("home"));
    }

    Ran run(Example example) {
        List<String> arguments = example.arguments();
        Bench bench = bench().typing(arguments.contains("handover") ? PASSPHRASE : PIN);
        if (!example.isSimulated()) {
            bench.keys().plug("/dev/hidraw0", "Bench Key", Optional.empty(), "full");
        }
        return bench.run(placed(arguments));
    }

    private String[] placed(List<String> arguments) {
        List<String> placed = new ArrayList<>();
        String before = "";
        for (String argument : arguments) {
            placed.add(before.matches(OUTPUT) ? output(argument) : input(argument));
            before = argument;
        }
        if (before.equals("--bundle")) {
            placed.set(placed.size() - 1, "--bundle=" + output("diagnosis.zip"));
        }
        return placed.toArray(String[]::new);
    }

    /** Other examples read what this one makes. */
    private String output(String argument) {
        Path place = folder.resolve(Path.of(argument).getFileName());
        return (Files.isDirectory(place) ? place.resolve("new") : place).toString();
    }

    /** Files that lie there, and the state of a simulated key. */
    private String input(String argument) {
        return Files.exists(folder.resolve(argument))
                ? folder.resolve(argument).toString()
                : argument.replaceFirst("@(?=[\\w.]+$)", "@" + folder + "/");
    }
}
