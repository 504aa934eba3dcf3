package dev.seckey.ctap2.command;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;

/**
 * What a test calls a request: its command in hexadecimal, and its subcommand where it has one. "04" is getInfo, "06/03"
 * is clientPIN with setPIN.
 */
public final class RequestName {
    private RequestName() {}

    public static String of(Bytes request) {
        int code = request.at(0);
        String command = String.format("%02x", code);
        return switch (code) {
            case 0x06, 0x09, 0x40 -> command + sub(request, 0x02);
            case 0x0a, 0x0d, 0x41 -> command + sub(request, 0x01);
            default -> command;
        };
    }

    private static String sub(Bytes request, int key) {
        return Cbor.decodeMap(request.from(1))
                .find(Field.of(key, "subCommand", CborType.UNSIGNED))
                .map(number -> String.format("/%02x", number))
                .orElse("");
    }
}
