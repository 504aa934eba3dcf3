package dev.seckey.ctap2.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.published.PythonFido2;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTest {
    @ParameterizedTest
    @MethodSource("bare")
    void aCommandWithoutParametersIsOneByte(Command<?> command, int code) {
        assertEquals(Bytes.ofInts(code), command.encode());
        assertEquals(Optional.of(command.code()), CommandCode.of(code));
    }

    private static Stream<Arguments> bare() {
        return Stream.of(
                Arguments.of(new GetInfo(), 0x04),
                Arguments.of(new Reset(), 0x07),
                Arguments.of(new GetNextAssertion(), 0x08),
                Arguments.of(new Selection(), 0x0B));
    }

    @Test
    void theAnswerToGetInfoKeepsWhatWasNotCanonical() {
        Cbor.Decoded<CborMap> response = new Cbor.Decoded<>(Cbor.decodeMap(PythonFido2.INFO), List.of("a deviation"));
        assertEquals(List.of("a deviation"), new GetInfo().decode(response).deviations());
    }

    @Test
    void resetAndSelectionAnswerNothing() {
        Cbor.Decoded<CborMap> nothing = new Cbor.Decoded<>(CborMap.EMPTY, List.of());
        assertEquals(Done.DONE, new Reset().decode(nothing));
        assertEquals(Done.DONE, new Selection().decode(nothing));
    }
}
