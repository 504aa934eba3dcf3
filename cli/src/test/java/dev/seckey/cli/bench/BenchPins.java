package dev.seckey.cli.bench;

import dev.seckey.cli.handover.HandoverFolder;
import dev.seckey.cli.handover.PinStore;
import dev.seckey.cli.ledger.Benches;
import dev.seckey.cli.metadata.CertificateFile;
import dev.seckey.ctap2.pinuv.Pin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/** A PIN as the bench leaves it for whoever prints the letters. */
public final class BenchPins {
    public static final String PIN = "80417263";

    private BenchPins() {}

    /** @param certificate to which it is encrypted */
    public static void store(Path pins, Path certificate) {
        try (PinStore store = HandoverFolder.open(
                        pins,
                        CertificateFile.read(certificate),
                        new SecureRandom(),
                        Clock.fixed(Bench.NOW, ZoneOffset.UTC));
                Pin pin = Pin.takingUtf8(PIN.getBytes(StandardCharsets.UTF_8))) {
            store.store(Benches.key("12345678").withAsset("WARD7-0001"), Optional.of(Benches.ALICE), pin);
        }
    }
}
