package dev.seckey.ctap2.transport;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A key that answers CTAPHID packets as a script says, and time that passes when told. */
abstract class ScriptedCtapHid {
    /** Channel 00000005, protocol 2, device version 5.7.0, can wink and speaks CTAP2 and U2F. */
    static final String OPENED = """
            > FFFFFFFF 86 0008 A1A2A3A4A5A6A7A8
            < FFFFFFFF 86 0011 A1A2A3A4A5A6A7A8 00000005 02 050700 05
            """;

    static final Bytes GET_INFO = Bytes.fromHex("04");
    static final Bytes OK = Bytes.fromHex("00");

    final ManualTicker ticker = new ManualTicker();
    final CancelToken cancel = new CancelToken();
    final List<Keepalive> keepalives = new ArrayList<>();
    final TraceLog trace = new TraceLog();
    final Exchange exchange =
            new Exchange(Deadline.after(ticker, Duration.ofSeconds(10)), cancel, keepalives::add, false);

    Script script;
    ScriptedHidPipe pipe;

    CtapHid open(String text) {
        script = new Script(text, cancel);
        pipe = new ScriptedHidPipe(script, ticker);
        return CtapHid.open(pipe, trace, new FixedRandom(), exchange);
    }

    CtapHid opened(String text) {
        return open(OPENED + text);
    }

    Reason failure(CtapHid device, Bytes request) {
        return assertThrows(TransportFault.class, () -> device.cbor(request, exchange))
                .reason();
    }

    static String answered(String packet) {
        return """
                > 00000005 90 0001 04
                < 00000005 %s
                """.formatted(packet);
    }

    /** Gives the nonce that stands in the scripts. */
    private static final class FixedRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (0xA1 + i);
            }
        }
    }
}
