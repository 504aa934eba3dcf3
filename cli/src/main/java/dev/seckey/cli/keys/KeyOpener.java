package dev.seckey.cli.keys;

import dev.seckey.cli.virtual.VirtualKeys;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.SoftApduPipe;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.StateFile;
import dev.seckey.ctap2.transport.ApduLengths;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.CardLink;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.CtapNfc;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.u2f.U2fVersion;
import dev.seckey.ctap2.yubico.CardManagement;
import dev.seckey.ctap2.yubico.DeviceInfo;
import dev.seckey.ctap2.yubico.HidManagement;
import dev.seckey.ctap2.yubico.Management;
import dev.seckey.ctap2.yubico.ManagementLink;
import dev.seckey.transports.KeyRef;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Opens the key that is meant and puts the framing on it. */
public final class KeyOpener {
    private static final int YUBICO = 0x1050;
    private static final Set<Reason> OF_NO_YUBIKEY = Set.of(Reason.UNSUPPORTED, Reason.MALFORMED);

    private final Keys keys;
    private final Supplier<SecureRandom> random;
    private final Trace trace;
    private final Supplier<Exchange> exchanges;
    private Optional<Supplier<OpenKey>> replug = Optional.empty();

    public KeyOpener(Keys keys, Supplier<SecureRandom> random, Trace trace, Supplier<Exchange> exchanges) {
        this.keys = keys;
        this.random = random;
        this.trace = trace;
        this.exchanges = exchanges;
    }

    /** What is to be put on the bare path to a key. */
    private interface Framing<T> {
        T overUsb(HidPipe pipe, Name name);

        T onReader(ApduPipe pipe, Name name);
    }

    /** How the key is called, and whether it is one of our own. */
    private record Name(String product, String selector, boolean simulated) {}

    /** @param selector absent: the only key that is there */
    public OpenKey open(Optional<KeySelector> selector) {
        return open(selector, new Fido());
    }

    /** The same key's management, if it is a YubiKey: FIDO need not be enabled on the way that is taken. */
    public OpenManagement openManagement(Optional<KeySelector> selector) {
        return open(selector, new YubiKey());
    }

    private <T> T open(Optional<KeySelector> selector, Framing<T> framing) {
        if (selector.isPresent() && selector.get() instanceof KeySelector.Simulated simulated) {
            return simulated(simulated, framing);
        }
        if (selector.isPresent() && selector.get() instanceof KeySelector.Usb chosen) {
            return overUsb(chosen.path(), "key at " + chosen.path(), framing);
        }
        if (selector.isPresent() && selector.get() instanceof KeySelector.Nfc chosen) {
            return onReader(chosen.reader(), framing);
        }
        Optional<String> serial = selector.map(KeySelector.Serial.class::cast).map(KeySelector.Serial::number);
        return open(new KeyFinder(keys, this::yubiKeySerial).choose(serial), framing);
    }

    /** As a YubiKey tells it; other keys at USB are not asked. */
    private Optional<String> yubiKeySerial(KeyRef key) {
        try (OpenManagement management = openYubiKey(key)) {
            return management.management().read().serial().map(String::valueOf);
        } catch (Fault e) {
            return Optional.empty();
        }
    }

    private OpenManagement openYubiKey(KeyRef key) {
        if (!mayBeYubiKey(key)) {
            throw new TransportFault(Reason.UNSUPPORTED, "this key is no YubiKey");
        }
        return open(key, new YubiKey());
    }

    /** The bare path to it: nothing is sent. */
    public KeyPath openPath(KeySelector selector) {
        return open(Optional.of(selector), new Bare());
    }

    /** One that was seen in the list. */
    public OpenKey open(KeyRef key) {
        return open(key, new Fido());
    }

    /**
     * A key, and what it said of itself before, if it is a YubiKey.
     *
     * @param key the caller closes it
     */
    public record Recognised(OpenKey key, Optional<DeviceInfo> yubiKey) {}

    /** One that was seen in the list, asked for both on one connection; a USB key of another maker is no YubiKey. */
    public Recognised recognise(KeyRef key) {
        return mayBeYubiKey(key)
                ? open(key, new YubiKeyAndFido())
                : new Recognised(open(key, new Fido()), Optional.empty());
    }

    private static boolean mayBeYubiKey(KeyRef key) {
        return key.transport() == Transport.NFC || key.vendorId().orElse(0) == YUBICO;
    }

    /** A simulated key after its power was taken away and given back; empty for a real one, which only a hand can do. */
    public Optional<OpenKey> replugged(OpenKey closed) {
        String selector = closed.selector();
        if (keys.simulated() && keys.replug(selector.substring(selector.indexOf(':') + 1))) {
            return Optional.of(open(Optional.of(KeySelector.parse(selector))));
        }
        return replug.filter(ignored -> closed.simulated()).map(Supplier::get);
    }

    private <T> T open(KeyRef key, Framing<T> framing) {
        return key.transport() == Transport.USB
                ? overUsb(key.path(), key.product(), framing)
                : onReader(key.path(), framing);
    }

    private <T> T overUsb(String path, String product, Framing<T> framing) {
        return framing.overUsb(keys.openUsb(path), new Name(product, "usb:" + path, keys.simulated()));
    }

    private <T> T onReader(String reader, Framing<T> framing) {
        return framing.onReader(keys.openNfc(reader), new Name(reader, "nfc:" + reader, keys.simulated()));
    }

    private <T> T simulated(KeySelector.Simulated simulated, Framing<T> framing) {
        Profile profile = SimulatedProfiles.named(simulated.profile()).orElseThrow();
        Memory memory = simulated
                .file()
                .<Memory>map(file -> StateFile.open(file, profile))
                .orElse(Memory.NONE);
        RequestHandler key = VirtualKeys.make(profile, Environment.ofThisMachine(), memory);
        replug = Optional.of(() -> {
            key.powerCycle();
            return framed(key, simulated, new Fido());
        });
        return framed(key, simulated, framing);
    }

    private static <T> T framed(RequestHandler key, KeySelector.Simulated simulated, Framing<T> framing) {
        Name name = new Name(simulated.product(), simulated.selector(), true);
        return simulated.nfc()
                ? framing.onReader(new SoftApduPipe(key), name)
                : framing.overUsb(new SoftHidPipe(key, Ticker.SYSTEM), name);
    }

    private static final class Bare implements Framing<KeyPath> {
        @Override
        public KeyPath overUsb(HidPipe pipe, Name name) {
            return new KeyPath.Usb(pipe);
        }

        @Override
        public KeyPath onReader(ApduPipe pipe, Name name) {
            return new KeyPath.Nfc(pipe);
        }
    }

    private final class Fido implements Framing<OpenKey> {
        @Override
        public OpenKey overUsb(HidPipe pipe, Name name) {
            return on(CtapHid.open(pipe, trace, random.get(), exchanges.get()), name);
        }

        OpenKey on(CtapHid device, Name name) {
            Optional<Ctap2> session =
                    device.info().speaksCtap2() ? Optional.of(new Ctap2(device, exchanges)) : Optional.empty();
            return new OpenKey(name.product(), name.selector(), name.simulated(), device, session, exchanges);
        }

        @Override
        public OpenKey onReader(ApduPipe pipe, Name name) {
            CtapNfc device = CtapNfc.open(pipe, ApduLengths.SHORT, trace, Sleeper.SYSTEM);
            try {
                Optional<Ctap2> session = sessionOver(device);
                return new OpenKey(name.product(), name.selector(), name.simulated(), device, session, exchanges);
            } catch (RuntimeException e) {
                device.close();
                throw e;
            }
        }
    }

    private final class YubiKey implements Framing<OpenManagement> {
        @Override
        public OpenManagement overUsb(HidPipe pipe, Name name) {
            CtapHid device = CtapHid.open(pipe, trace, random.get(), exchanges.get());
            Management management = new Management(new HidManagement(device, exchanges));
            return new OpenManagement(
                    name.product(), name.selector(), name.simulated(), Transport.USB, management, device::close);
        }

        @Override
        public OpenManagement onReader(ApduPipe pipe, Name name) {
            CardLink card = new CardLink(pipe, ApduLengths.SHORT, trace);
            try {
                Management management = new Management(CardManagement.select(card));
                return new OpenManagement(
                        name.product(), name.selector(), name.simulated(), Transport.NFC, management, card::close);
            } catch (RuntimeException e) {
                card.close();
                throw e;
            }
        }
    }

    private final class YubiKeyAndFido implements Framing<Recognised> {
        @Override
        public Recognised overUsb(HidPipe pipe, Name name) {
            CtapHid device = CtapHid.open(pipe, trace, random.get(), exchanges.get());
            Optional<DeviceInfo> info = read(() -> new HidManagement(device, exchanges), device::close);
            return new Recognised(new Fido().on(device, name), info);
        }

        @Override
        public Recognised onReader(ApduPipe pipe, Name name) {
            CardLink card = new CardLink(pipe, ApduLengths.SHORT, trace);
            Optional<DeviceInfo> info = read(() -> CardManagement.select(card), pipe::close);
            return new Recognised(new Fido().onReader(pipe, name), info);
        }

        private static Optional<DeviceInfo> read(Supplier<ManagementLink> link, Runnable close) {
            try {
                return Optional.of(new Management(link.get()).read());
            } catch (RuntimeException e) {
                if (e instanceof Fault fault && OF_NO_YUBIKEY.contains(fault.reason())) {
                    return Optional.empty();
                }
                close.run();
                throw e;
            }
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
