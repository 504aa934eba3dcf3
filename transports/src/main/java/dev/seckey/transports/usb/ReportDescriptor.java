package dev.seckey.transports.usb;

import java.util.ArrayDeque;
import java.util.Deque;

/** Reads a HID report descriptor (HID 1.11 §6.2.2) far enough to know a FIDO device (CTAP 2.3 §11.2.8.1). */
final class ReportDescriptor {
    static final int FIDO_USAGE_PAGE = 0xF1D0;
    static final int FIDO_USAGE_CTAPHID = 0x01;

    private static final int LONG_ITEM = 0xFE;
    // prefix without its two size bits: tag and type
    private static final int USAGE_PAGE = 0x04;
    private static final int USAGE = 0x08;
    private static final int PUSH = 0xA4;
    private static final int POP = 0xB4;
    private static final int COLLECTION = 0xA0;
    private static final int END_COLLECTION = 0xC0;

    private ReportDescriptor() {}

    /** Whether one of the top-level collections is CTAPHID. A descriptor that breaks off is read as far as it goes. */
    static boolean isFido(byte[] descriptor) {
        Deque<Integer> pushed = new ArrayDeque<>();
        int usagePage = 0;
        long usage = 0;
        int depth = 0;
        int at = 0;
        while (at < descriptor.length) {
            int prefix = descriptor[at++] & 0xff;
            if (prefix == LONG_ITEM) {
                at += at < descriptor.length ? 2 + (descriptor[at] & 0xff) : 1;
                continue;
            }
            int size = (prefix & 3) == 3 ? 4 : prefix & 3;
            if (at + size > descriptor.length) {
                return false;
            }
            long data = littleEndian(descriptor, at, size);
            at += size;
            switch (prefix & ~3) {
                case USAGE_PAGE -> usagePage = (int) (data & 0xffff);
                case PUSH -> pushed.push(usagePage);
                case POP -> usagePage = pushed.isEmpty() ? usagePage : pushed.pop();
                // four bytes carry their own page in the upper half
                case USAGE -> usage = size == 4 ? data : (long) usagePage << 16 | data;
                case COLLECTION -> {
                    if (depth++ == 0 && usage == ((long) FIDO_USAGE_PAGE << 16 | FIDO_USAGE_CTAPHID)) {
                        return true;
                    }
                }
                case END_COLLECTION -> depth--;
                default -> {
                    // says how reports are laid out, which CTAPHID fixes
                }
            }
        }
        return false;
    }

    private static long littleEndian(byte[] octets, int at, int size) {
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | (octets[at + i] & 0xff);
        }
        return value;
    }
}
