package dev.seckey.cli.bench;

import dev.seckey.cli.keys.Keys;
import dev.seckey.cli.keys.Listing;
import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys that a test has plugged in or laid on a reader. */
public final class BenchKeys implements Keys {
    private final SteppingTicker ticker;
    private final Runnable interrupt;
    private final Map<String, KeyRef> inSight = new LinkedHashMap<>();
    private final Map<String, Behaviour> behaviours = new LinkedHashMap<>();
    private final Map<String, String> replugged = new LinkedHashMap<>();
    private final List<Obstacle> blindSpots = new ArrayList<>();
    private int looks;
    private int lastLook;

    BenchKeys(SteppingTicker ticker, Runnable interrupt) {
        this.ticker = ticker;
        this.interrupt = interrupt;
    }

    /** A USB key. @param behaviour see {@link Behaviour} */
    public void plug(String path, String product, Optional<String> serial, String behaviour) {
        add(usb(path, product, serial, Optional.empty()));
        behaviours.put(path, new Behaviour(behaviour, ticker, interrupt));
    }

    /** A key on a reader. @param behaviour see {@link Behaviour} */
    public void lay(String reader, String behaviour) {
        add(KeyRef.reader(reader, Optional.empty()));
        behaviours.put(reader, new Behaviour(behaviour, ticker, interrupt));
    }

    /** A USB key that the operating system keeps from us. */
    public void plugForbidden(String path, String product) {
        add(usb(path, product, Optional.empty(), Optional.of(forbidden(path))));
    }

    /** A reader with nothing on it. */
    public void addEmptyReader(String reader) {
        add(KeyRef.reader(reader, Optional.of(empty(reader))));
    }

    /** Readers cannot be looked at. */
    public void stopSmartcardService() {
        blindSpots.add(new Obstacle(
                Reason.NO_SMARTCARD_SERVICE, "the smart card service does not run", "start the smart card service"));
    }

    private void add(KeyRef key) {
        inSight.put(key.path(), key);
    }

    private static KeyRef usb(String path, String product, Optional<String> serial, Optional<Obstacle> obstacle) {
        return new KeyRef(
                Transport.USB,
                path,
                product,
                "Bench",
                serial,
                OptionalInt.of(0x1209),
                OptionalInt.of(0xf1d0),
                obstacle);
    }

    private static Obstacle forbidden(String path) {
        return new Obstacle(Reason.ACCESS_DENIED, path + " may not be opened", "install the udev rules");
    }

    private static Obstacle empty(String reader) {
        return new Obstacle(Reason.NO_KEY, "no card on " + reader, "lay the key on it");
    }

    /**
     * After it was seen once, a hand takes this key away for one look, and another key is there instead.
     *
     * @param behaviour of the key that comes back; see {@link Behaviour}
     */
    public void replug(String path, String behaviour) {
        replugged.put(path, behaviour);
    }

    /** Ctrl-C comes at this look. */
    public void interruptAtLook(int look) {
        lastLook = look;
    }

    @Override
    public Listing list() {
        looks++;
        if (looks == lastLook) {
            interrupt.run();
        }
        if (looks == 2 && !replugged.isEmpty()) {
            replugged.forEach((path, behaviour) -> behaviours.put(path, new Behaviour(behaviour, ticker, interrupt)));
            return new Listing(
                    inSight.values().stream()
                            .filter(key -> !replugged.containsKey(key.path()))
                            .toList(),
                    List.copyOf(blindSpots));
        }
        return new Listing(List.copyOf(inSight.values()), List.copyOf(blindSpots));
    }

    @Override
    public HidPipe openUsb(String path) {
        return behaviour(path).overUsb();
    }

    @Override
    public ApduPipe openNfc(String reader) {
        return behaviour(reader).overNfc();
    }

    private Behaviour behaviour(String path) {
        KeyRef key = inSight.get(path);
        if (key == null) {
            throw new AccessFault(Reason.NO_KEY, "there is no key at " + path, "\"seckey list\" shows what there is");
        }
        key.obstacle().ifPresent(obstacle -> {
            throw obstacle.fault();
        });
        return behaviours.get(path);
    }
}
