package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.LinkedHashMap;
import java.util.Map;

/** Members behind one another, each a tag, a length and as many bytes; a byte in front has the length of all. */
final class Tlv {
    /** Bytes of a member at most: lengths stand in one byte, and from here on they would mean something else. */
    private static final int LONGEST = 0x7F;

    private Tlv() {}

    /** @throws MalformedFault if the lengths do not fit together */
    static Map<Integer, Bytes> parse(Bytes in) {
        if (in.isEmpty() || in.at(0) != in.size() - 1) {
            throw malformed();
        }
        Map<Integer, Bytes> members = new LinkedHashMap<>();
        int at = 1;
        while (at < in.size()) {
            if (at + 2 > in.size() || in.at(at + 1) > LONGEST || at + 2 + in.at(at + 1) > in.size()) {
                throw malformed();
            }
            int end = at + 2 + in.at(at + 1);
            members.put(in.at(at), in.slice(at + 2, end));
            at = end;
        }
        return members;
    }

    /** Without a length in front. */
    static Bytes encode(Map<Integer, Bytes> members) {
        Bytes out = Bytes.EMPTY;
        for (Map.Entry<Integer, Bytes> member : members.entrySet()) {
            Bytes value = member.getValue();
            out = Bytes.concat(out, Bytes.ofInts(member.getKey(), value.size()), value);
        }
        return out;
    }

    private static MalformedFault malformed() {
        return new MalformedFault(
                CtapStatus.INVALID_LENGTH, "the lengths in the YubiKey's device information do not fit together");
    }
}
