package dev.seckey.cli.keys;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.Exchange;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A key in use by one command, on the thread that opened it.
 *
 * @param product as the bus or the reader names it
 * @param simulated whether it is one of our own
 * @param session absent if the key speaks only U2F
 */
public record OpenKey(
        String product,
        String selector,
        boolean simulated,
        CtapDevice device,
        Optional<Ctap2> session,
        Supplier<Exchange> exchanges)
        implements AutoCloseable {
    /** @throws TransportFault if the key speaks only U2F */
    public Ctap2 requireSession() {
        return session.orElseThrow(() -> new TransportFault(Reason.UNSUPPORTED, "this key speaks only U2F, not FIDO2"));
    }

    @Override
    public void close() {
        device.close();
    }
}
