package dev.seckey.ctap2.command;

import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.Optional;

/** authenticatorGetInfo (0x04), CTAP 2.3 §6.4. */
public record GetInfo() implements Command<AuthenticatorInfo> {
    @Override
    public CommandCode code() {
        return CommandCode.GET_INFO;
    }

    @Override
    public Optional<CborMap> parameters() {
        return Optional.empty();
    }

    @Override
    public AuthenticatorInfo decode(Cbor.Decoded<CborMap> response) {
        return new AuthenticatorInfo(response.value(), response.deviations());
    }
}
