package dev.seckey.ctap2.command;

import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import java.util.Optional;

/**
 * authenticatorGetNextAssertion (0x08), CTAP 2.3 §6.3.
 *
 * @param carriesSecrets as with the getAssertion that it follows
 */
public record GetNextAssertion(boolean carriesSecrets) implements Command<Assertion> {
    public GetNextAssertion() {
        this(false);
    }

    @Override
    public CommandCode code() {
        return CommandCode.GET_NEXT_ASSERTION;
    }

    @Override
    public Optional<CborMap> parameters() {
        return Optional.empty();
    }

    @Override
    public Assertion decode(Cbor.Decoded<CborMap> response) {
        return Assertion.from(response.value());
    }
}
