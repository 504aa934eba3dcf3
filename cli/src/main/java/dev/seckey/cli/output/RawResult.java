package dev.seckey.cli.output;

import dev.seckey.cli.keys.OpenKey;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborItem;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.transport.ResponseApdu;
import java.util.List;
import java.util.Optional;

/**
 * A key's answer as it came.
 *
 * @param status its number, and its meaning
 * @param data without the status
 * @param decoded in diagnostic notation, if it is CBOR
 * @param deviations where the CBOR is not canonical, or is none
 */
public record RawResult(
        OpenKey key, String status, String meaning, Bytes data, Optional<String> decoded, List<String> deviations)
        implements Result {
    /** @param answer the status byte and what follows */
    public static RawResult ofCbor(OpenKey key, Bytes answer) {
        Bytes data = answer.from(1);
        String number = String.format("0x%02X", answer.at(0));
        String meaning = CtapStatus.of(answer.at(0)).meaning();
        if (data.isEmpty()) {
            return new RawResult(key, number, meaning, data, Optional.empty(), List.of());
        }
        try {
            Cbor.Decoded<CborItem> item = Cbor.decode(data.toArray());
            return new RawResult(
                    key, number, meaning, data, Optional.of(item.value().toString()), item.deviations());
        } catch (MalformedFault e) {
            return new RawResult(key, number, meaning, data, Optional.empty(), List.of(e.getMessage()));
        }
    }

    public static RawResult ofApdu(OpenKey key, ResponseApdu answer) {
        return new RawResult(
                key,
                String.format("%04X", answer.status()),
                answer.word().meaning(),
                answer.data(),
                Optional.empty(),
                List.of());
    }

    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = key.simulated() ? plain.prefixed("SIMULATED ") : plain;
        out.pair("status", status + " (" + meaning + ")");
        if (!data.isEmpty()) {
            out.pair("bytes", data.hex());
        }
        decoded.ifPresent(text -> out.pair("decoded", text));
        deviations.forEach(deviation -> out.pair("warning", deviation));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("selector", key.selector())
                .member("simulated", key.simulated())
                .member("status", status)
                .member("meaning", meaning)
                .member("data", data)
                .member("decoded", decoded)
                .strings("deviations", deviations);
    }
}
