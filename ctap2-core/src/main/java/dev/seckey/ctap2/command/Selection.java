package dev.seckey.ctap2.command;

import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import java.util.Optional;

/** authenticatorSelection (0x0B), CTAP 2.3 §6.9: wait for a touch, to tell one key from others. */
public record Selection() implements Command<Done> {
    @Override
    public CommandCode code() {
        return CommandCode.SELECTION;
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
