package dev.seckey.ctap2.command;

import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import java.util.Optional;

/** authenticatorReset (0x07), CTAP 2.3 §6.6: back to the state in which the key left the factory. */
public record Reset() implements Command<Done> {
    @Override
    public CommandCode code() {
        return CommandCode.RESET;
    }

    @Override
    public Optional<CborMap> parameters() {
        return Optional.empty();
    }

    @Override
    public Done decode(Cbor.Decoded<CborMap> response) {
        return Done.DONE;
    }
}
