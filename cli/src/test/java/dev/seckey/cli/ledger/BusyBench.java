package dev.seckey.cli.ledger;

import dev.seckey.cli.users.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * A process of its own that works on a ledger. It says on stdout what it was told was done, so that a test can hold the
 * ledger against it.
 */
final class BusyBench {
    private BusyBench() {}

    /** {@code append LEDGER BENCH HOME}: adds until killed; {@code claim LEDGER BENCH HOME PEOPLE}: tries each person. */
    public static void main(String[] args) {
        LedgerAddress address = LedgerAddress.of(Optional.of(args[1]), Optional.of(Path.of(args[3])), Map.of());
        try (Ledger ledger = address.open(Benches.desk(args[2]), Clock.systemUTC())) {
            if (args[0].equals("append")) {
                while (true) {
                    System.out.println(ledger.append(Benches.full()).head());
                }
            }
            for (int i = 0; i < Integer.parseInt(args[4]); i++) {
                Entry entry = Benches.about(EventKind.PERSON_CLAIMED, args[2] + "-" + i);
                if (ledger.claimPerson(Person.of("P" + i, "Person " + i), entry).isPresent()) {
                    System.out.println("P" + i + " " + ledger.claimAssetNumber("N{n}", entry));
                }
            }
        }
    }
}
