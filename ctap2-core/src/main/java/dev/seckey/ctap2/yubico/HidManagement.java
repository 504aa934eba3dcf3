package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.Exchange;
import java.util.function.Supplier;

/** Management over the FIDO interface: two of Yubico's own CTAPHID commands. */
public final class HidManagement implements ManagementLink {
    /** With the page in one byte. */
    public static final int READ_CONFIG = 0x42;

    public static final int WRITE_CONFIG = 0x43;

    private final CtapHid device;
    private final Supplier<Exchange> exchanges;

    public HidManagement(CtapHid device, Supplier<Exchange> exchanges) {
        this.device = device;
        this.exchanges = exchanges;
    }

    @Override
    public Bytes read(int page) {
        return device.vendor(READ_CONFIG, Bytes.ofInts(page), exchanges.get());
    }

    @Override
    public void write(Bytes config) {
        device.vendor(WRITE_CONFIG, config, exchanges.get().asSecret());
    }
}
