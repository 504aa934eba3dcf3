package dev.seckey.ctap2.u2f;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.CommandApdu;
import java.nio.charset.StandardCharsets;

/** U2F_VERSION (raw message formats §6): "U2F_V2" from every U2F key so far. */
public record U2fVersion() implements U2fRequest<String> {
    public static final int INS = 0x03;
    public static final String U2F_V2 = "U2F_V2";

    @Override
    public CommandApdu apdu() {
        return CommandApdu.of(CLA, INS, 0, 0, Bytes.EMPTY);
    }

    /** The authenticator's side. */
    public static U2fVersion from(CommandApdu apdu) {
        U2fRequest.requireSize(apdu.data(), 0, "the version request");
        return new U2fVersion();
    }

    @Override
    public String decode(Bytes data) {
        return new String(data.toArray(), StandardCharsets.US_ASCII);
    }
}
