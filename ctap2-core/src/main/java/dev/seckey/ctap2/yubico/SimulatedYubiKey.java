package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.server.Extra;
import dev.seckey.ctap2.server.ForwardingHandler;
import dev.seckey.ctap2.server.RequestHandler;
import java.util.Optional;

/** A key that has the management of YubiKeys beside its FIDO: for training and tests. */
public final class SimulatedYubiKey implements ForwardingHandler {
    private final RequestHandler fido;
    private final Extra management;

    private SimulatedYubiKey(RequestHandler fido, Optional<Bytes> lockCode, int number) {
        this.fido = fido;
        this.management = new SimulatedManagement(lockCode, number);
    }

    public static SimulatedYubiKey of(RequestHandler fido) {
        return of(fido, 0);
    }

    /** @param number of several, from 0: their serial numbers follow one another */
    public static SimulatedYubiKey of(RequestHandler fido, int number) {
        return new SimulatedYubiKey(fido, Optional.empty(), number);
    }

    /**
     * @param lockCode 16 bytes
     * @param number of several, from 0
     */
    public static SimulatedYubiKey locked(RequestHandler fido, Bytes lockCode, int number) {
        return new SimulatedYubiKey(fido, Optional.of(lockCode), number);
    }

    @Override
    public RequestHandler key() {
        return fido;
    }

    @Override
    public Optional<Extra> extra() {
        return Optional.of(management);
    }
}
