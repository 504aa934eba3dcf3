package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what a YubiKey says of itself, and changes its configuration. */
public final class Management {
    /** No key has so many; against one that never says that it is at the end. */
    private static final int PAGES = 8;

    private final ManagementLink link;

    public Management(ManagementLink link) {
        this.link = link;
    }

    /** All pages. */
    public DeviceInfo read() {
        Map<Integer, Bytes> members = new LinkedHashMap<>();
        boolean more = true;
        for (int page = 0; more && page < PAGES; page++) {
            Map<Integer, Bytes> here = Tlv.parse(page(page));
            more = Bytes.ofInts(1).equals(here.remove(Tag.MORE_DATA));
            members.putAll(here);
        }
        return new DeviceInfo(members);
    }

    private Bytes page(int page) {
        try {
            return link.read(page);
        } catch (Fault e) {
            throw e.reason() == Reason.UNSUPPORTED ? noYubiKey(e) : e;
        }
    }

    private static Fault noYubiKey(Fault cause) {
        return new TransportFault(
                Reason.UNSUPPORTED, "this key does not speak the management protocol of YubiKeys", cause);
    }

    /** Sends the change; the caller reads back. With {@link DeviceConfig#reboot} the key is gone for a moment after. */
    public void write(DeviceConfig config) {
        try {
            link.write(config.encode());
        } catch (Fault e) {
            throw isRefusal(e.reason())
                    ? new TransportFault(Reason.KEY_REFUSED, "the key refuses the lock code, or the change", e)
                    : e;
        }
    }

    /** Keys say no in different ways: by an unknown command, or by a status word. */
    private static boolean isRefusal(Reason reason) {
        return switch (reason) {
            case UNSUPPORTED, KEY_REFUSED, TOUCH_TIMEOUT -> true;
            default -> false;
        };
    }
}
