package dev.seckey.cli.handover;

import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.pinuv.Pin;
import java.util.Optional;

/** Where a PIN is put before the key gets it. */
public interface PinStore extends AutoCloseable {
    /** What the PINs of a box may take, in octets. */
    int ROOM = 256 * 1024;

    /** What to do when a PIN could not be kept. */
    String AGAIN = "mend that, and run it again: it goes on with the key that is not finished";

    /**
     * Where a PIN was put.
     *
     * @param file its name within the store, for the ledger
     * @param sha256 of an encrypted file; that of one in clear would let whoever reads the ledger try all PINs
     */
    record Stored(String file, Optional<Bytes> sha256) {}

    /**
     * Keeps the PIN of one key. When this returns, it is on the disk and survives a power cut. The PIN stays the caller's
     * to close. What was kept before for the same key stays beside it: which of them is in force, the ledger knows.
     *
     * @throws FileFault if it cannot be kept; the PIN must not be set then
     */
    Stored store(KeyIdentity key, Optional<Person> person, Pin pin);

    @Override
    void close();
}
