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
    private final Map<String, KeyRef> arriving = new LinkedHashMap<>();
    private final List<Obstacle> blindSpots = new ArrayList<>();
    private boolean opened;
    private int looks;
    private int lastLook;

    BenchKeys(SteppingTicker ticker, Runnable interrupt) {
        this.ticker = ticker;
        this.interrupt = interrupt;
    }

    /** A USB key. @param behaviour see {@link Behaviour} */
    public void plug(String path, String product, Optional<String> serial, String behaviour) {
        add(usb(path, product, serial, vendor(behaviour), Optional.empty()));
        behaviours.put(path, new Behaviour(behaviour, ticker, interrupt));
    }

    /** A USB key that comes when the other is plugged in again. @param behaviour see {@link Behaviour} */
    public void plugLater(String path, String behaviour) {
        arriving.put(path, usb(path, "Bench Key", Optional.empty(), vendor(behaviour), Optional.empty()));
        behaviours.put(path, new Behaviour(behaviour, ticker, interrupt));
    }

    /** A key on a reader. @param behaviour see {@link Behaviour} */
    public void lay(String reader, String behaviour) {
        add(KeyRef.reader(reader, Optional.empty()));
        behaviours.put(reader, new Behaviour(behaviour, ticker, interrupt));
    }

    /** A USB key that the operating system keeps from us. */
    public void plugForbidden(String path, String product) {
        add(usb(path, product, Optional.empty(), 0x1209, Optional.of(forbidden(path))));
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

    private static int vendor(String behaviour) {
        return Behaviour.isYubicos(behaviour) ? 0x1050 : 0x1209;
    }

    private static KeyRef usb(
            String path, String product, Optional<String> serial, int vendor, Optional<Obstacle> obstacle) {
        return new KeyRef(
                Transport.USB,
                path,
                product,
                "Bench",
                serial,
                OptionalInt.of(vendor),
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
     * After it was used, at the second look, a hand takes this key away for one look, and another key is there instead.
     *
     * @param behaviour of the key that comes back; see {@link Behaviour}
     */
    public void replug(String path, String behaviour) {
        replugged.put(path, behaviour);
    }

    /** The same of a key that nobody uses. @param behaviour see {@link Behaviour} */
    public void replugUnused(String path, String behaviour) {
        opened = true;
        replug(path, behaviour);
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
        List<KeyRef> present = List.copyOf(inSight.values());
        if (opened && looks == 2 && !replugged.isEmpty()) {
            present = present.stream()
                    .filter(key -> !replugged.containsKey(key.path()))
                    .toList();
            replugged.forEach((path, behaviour) -> behaviours.put(path, new Behaviour(behaviour, ticker, interrupt)));
            replugged.clear();
            inSight.putAll(arriving);
        }
        return new Listing(present, List.copyOf(blindSpots));
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
        opened = true;
        looks = 0;
        return behaviours.get(path);
    }
}
