package dev.seckey.ctap2.server;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.CommandApdu;
import dev.seckey.ctap2.transport.ResponseApdu;
import java.util.Optional;

/** What a maker built into a key beside FIDO: an application on the card, and CTAPHID commands of its own. */
public interface Extra {
    /** The application's name on the card. */
    Bytes aid();

    /** What it answers to being selected. */
    Bytes selected();

    /** What it answers to a whole command while it is selected. */
    ResponseApdu apdu(CommandApdu command);

    /**
     * The answer to a CTAPHID command from 0x40 to 0x7F.
     *
     * @return empty if it does not know the command
     */
    Optional<Bytes> vendor(int command, Bytes message);
}
