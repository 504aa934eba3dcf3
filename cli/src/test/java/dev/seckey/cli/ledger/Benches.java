package dev.seckey.cli.ledger;

import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** What the tests of the ledger write into it. */
public final class Benches {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final Person ALICE = new Person("E17", "Alice Ng\u1ecdc \u674e", Optional.of("alice@example.org"), 2);
    static final Person BOB = Person.of("E18", "Bob");

    private Benches() {}

    /**
     * Three keys: one done and given to Alice, one refused, one on which work was begun.
     *
     * @return the head of its chain
     */
    public static Head fill(LedgerAddress address) {
        try (Ledger ledger = address.open(desk("WARD7"), CLOCK)) {
            ledger.append(about(EventKind.INTENT, "7"));
            ledger.claimPerson(ALICE, about(EventKind.PERSON_CLAIMED, "7"));
            ledger.append(full().about(key("7").withAsset("=WARD7-0001")));
            ledger.append(about(EventKind.OUTCOME, "8").ending(Outcome.REFUSED));
            ledger.append(about(EventKind.INTENT, "9"));
            return ledger.head().orElseThrow();
        }
    }

    static Desk desk(String bench) {
        return new Desk(bench, "amy", "it-7");
    }

    public static KeyIdentity key(String serial) {
        return new KeyIdentity(
                "serial:" + serial,
                Optional.of(serial),
                Optional.of("2fc0579f-8113-47ea-b116-bb5a8db9202a"),
                Optional.of("YubiKey 5 NFC"),
                Optional.of("YubiKey OTP+FIDO"),
                Optional.of("usb"),
                Optional.of("usb:/dev/hidraw3"),
                Optional.of("00ff"),
                Optional.empty(),
                false);
    }

    static KeyIdentity simulated(String serial) {
        KeyIdentity real = key(serial);
        return new KeyIdentity(
                real.id(),
                real.serial(),
                real.aaguid(),
                real.model(),
                real.product(),
                real.transport(),
                real.path(),
                real.identifier(),
                real.asset(),
                true);
    }

    static Entry about(EventKind kind, String serial) {
        return Entry.of(kind, "B1").about(key(serial));
    }

    /** An entry with every member. */
    static Entry full() {
        return about(EventKind.OUTCOME, "7")
                .with(ALICE)
                .under("nhs-cis2", Bytes.utf8("policy").sha256())
                .judgedBy(117)
                .ending(Outcome.DONE)
                .saying("{\"alwaysUv\": {\"from\":false,\"to\":true},\n \"note\":\"gr\u00fcn\"}");
    }
}
