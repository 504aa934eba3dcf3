package dev.seckey.cli.keys;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.server.SoftApduPipe;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.soft.StateFile;
import dev.seckey.ctap2.transport.ApduLengths;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.CtapNfc;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.u2f.U2fVersion;
import dev.seckey.transports.KeyRef;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the key that is meant and puts the framing on it. */
public final class KeyOpener {
    private final Keys keys;
    private final Supplier<SecureRandom> random;
    private final Trace trace;
    private final Supplier<Exchange> exchanges;

    public KeyOpener(Keys keys, Supplier<SecureRandom> random, Trace trace, Supplier<Exchange> exchanges) {
        this.keys = keys;
        this.random = random;
        this.trace = trace;
        this.exchanges = exchanges;
    }

    /** @param selector absent: the only key that is there */
    public OpenKey open(Optional<KeySelector> selector) {
        if (selector.isPresent() && selector.get() instanceof KeySelector.Simulated simulated) {
            return simulated(simulated);
        }
        if (selector.isPresent() && selector.get() instanceof KeySelector.Usb chosen) {
            return overUsb(chosen.path(), "key at " + chosen.path());
        }
        if (selector.isPresent() && selector.get() instanceof KeySelector.Nfc chosen) {
            return overNfc(chosen.reader());
        }
        Optional<String> serial = selector.map(KeySelector.Serial.class::cast).map(KeySelector.Serial::number);
        KeyRef key = new KeyFinder(keys).choose(serial);
        return key.transport() == Transport.USB ? overUsb(key.path(), key.product()) : overNfc(key.path());
    }

    private OpenKey overUsb(String path, String product) {
        return framed(keys.openUsb(path), product, "usb:" + path, false);
    }

    private OpenKey overNfc(String reader) {
        return framed(keys.openNfc(reader), reader, "nfc:" + reader, false);
    }

    private OpenKey simulated(KeySelector.Simulated simulated) {
        Profile profile = SimulatedProfiles.named(simulated.profile()).orElseThrow();
        Memory memory = simulated
                .file()
                .<Memory>map(file -> StateFile.open(file, profile))
                .orElse(Memory.NONE);
        SoftAuthenticator key = new SoftAuthenticator(profile, Environment.ofThisMachine(), memory);
        return simulated.nfc()
                ? framed(new SoftApduPipe(key), simulated.product(), simulated.selector(), true)
                : framed(new SoftHidPipe(key, Ticker.SYSTEM), simulated.product(), simulated.selector(), true);
    }

    private OpenKey framed(HidPipe pipe, String product, String selector, boolean isSimulated) {
        CtapHid device = CtapHid.open(pipe, trace, random.get(), exchanges.get());
        Optional<Ctap2> session =
                device.info().speaksCtap2() ? Optional.of(new Ctap2(device, exchanges)) : Optional.empty();
        return new OpenKey(product, selector, isSimulated, device, session, exchanges);
    }

    private OpenKey framed(ApduPipe pipe, String product, String selector, boolean isSimulated) {
        CtapNfc device = CtapNfc.open(pipe, ApduLengths.SHORT, trace, Sleeper.SYSTEM);
        try {
            return new OpenKey(product, selector, isSimulated, device, sessionOver(device), exchanges);
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
    }

    /** A card that names U2F when it is selected may know CTAP2 all the same: asking is the way to find out. */
    private Optional<Ctap2> sessionOver(CtapNfc device) {
        Ctap2 session = new Ctap2(device, exchanges);
        if (!device.version().equals(U2fVersion.U2F_V2)) {
            return Optional.of(session);
        }
        try {
            session.info();
            return Optional.of(session);
        } catch (Fault e) {
            if (e.reason() == Reason.UNSUPPORTED) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
