package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BOOL;
import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.MAP;
import static dev.seckey.ctap2.cbor.CborType.TEXT;
import static dev.seckey.ctap2.cbor.CborType.UINT64;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;
import static dev.seckey.ctap2.cbor.CborType.list;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.bytes.Numbered;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * authenticatorConfig (0x0D), CTAP 2.3 §6.11.
 *
 * @param subCommand a {@link Sub} number, known or not
 */
public record AuthenticatorConfig(int subCommand, CborMap subCommandParams, Optional<PinUvAuth> pinUvAuth)
        implements Command<Done> {
    public static final Field<Integer> NEW_MIN_PIN_LENGTH = Field.of(0x01, "newMinPINLength", UNSIGNED);
    public static final Field<List<String>> MIN_PIN_LENGTH_RPIDS = Field.of(0x02, "minPinLengthRPIDs", list(TEXT));
    public static final Field<Boolean> FORCE_CHANGE_PIN = Field.of(0x03, "forceChangePin", BOOL);
    public static final Field<Boolean> PIN_COMPLEXITY_POLICY = Field.of(0x04, "pinComplexityPolicy", BOOL);

    /** Of the maker's own commands. */
    public static final Field<BigInteger> VENDOR_COMMAND_ID = Field.of(0x01, "vendorCommandId", UINT64);

    private static final Field<Integer> SUB_COMMAND = Field.of(0x01, "subCommand", UNSIGNED);
    private static final Field<CborMap> SUB_COMMAND_PARAMS = Field.of(0x02, "subCommandParams", MAP);
    private static final Field<Integer> PIN_UV_AUTH_PROTOCOL = Field.of(0x03, "pinUvAuthProtocol", UNSIGNED);
    private static final Field<Bytes> PIN_UV_AUTH_PARAM = Field.of(0x04, "pinUvAuthParam", BYTES);

    /** The subcommands (CTAP 2.3 §6.11). */
    public enum Sub implements Numbered {
        ENABLE_ENTERPRISE_ATTESTATION(0x01),
        TOGGLE_ALWAYS_UV(0x02),
        SET_MIN_PIN_LENGTH(0x03),
        ENABLE_LONG_TOUCH_FOR_RESET(0x04),
        VENDOR_PROTOTYPE(0xFF);

        private final int number;

        Sub(int number) {
            this.number = number;
        }

        public static Optional<Sub> of(int number) {
            return Numbered.find(values(), number);
        }

        @Override
        public int number() {
            return number;
        }
    }

    public static AuthenticatorConfig of(Sub sub, CborMap params) {
        return new AuthenticatorConfig(sub.number, params, Optional.empty());
    }

    public AuthenticatorConfig with(PinUvAuth auth) {
        return new AuthenticatorConfig(subCommand, subCommandParams, Optional.of(auth));
    }

    /** What pinUvAuthParam is over: 32 x FF, 0D, the subcommand and its parameters (CTAP 2.3 §6.11). */
    public Bytes authenticated() {
        Bytes head = Bytes.fromHex("ff".repeat(32) + "0d").plus(Bytes.ofInts(subCommand));
        return subCommandParams.isEmpty() ? head : head.plus(subCommandParams.encode());
    }

    /** The authenticator's side. */
    public static AuthenticatorConfig from(CborMap in) {
        return new AuthenticatorConfig(
                in.require(SUB_COMMAND),
                in.get(SUB_COMMAND_PARAMS, CborMap.EMPTY),
                PinUvAuth.from(in, PIN_UV_AUTH_PARAM, PIN_UV_AUTH_PROTOCOL));
    }

    @Override
    public CommandCode code() {
        return CommandCode.CONFIG;
    }

    @Override
    public Optional<CborMap> parameters() {
        return Optional.of(CborMap.builder()
                .put(SUB_COMMAND, subCommand)
                .put(SUB_COMMAND_PARAMS, Optional.of(subCommandParams).filter(map -> !map.isEmpty()))
                .put(PIN_UV_AUTH_PROTOCOL, pinUvAuth.map(PinUvAuth::protocol))
                .put(PIN_UV_AUTH_PARAM, pinUvAuth.map(PinUvAuth::param))
                .build());
    }

    @Override
    public Done decode(Cbor.Decoded<CborMap> response) {
        return Done.DONE;
    }
}
