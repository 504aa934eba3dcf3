package dev.seckey.cli.keys;

import dev.seckey.cli.virtual.VirtualKeys;
import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.SoftApduPipe;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.StateFile;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.KeyRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** A box of simulated keys, and a hub with places for some of them; the next goes in where one was taken away. */
public final class SimulatedBox implements Keys, AutoCloseable {
    /** Yubico's at USB: such a key is asked for its serial number. */
    private static final int YUBICO = 0x1050;

    private static final int NOBODY = 0x1209;

    private final KeySelector.Simulated kind;
    private final int count;
    private final IntFunction<RequestHandler> keys;
    private final List<Optional<RequestHandler>> places = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int taken;

    /**
     * @param count how many are in the box
     * @param places how many are plugged in at a time
     */
    public SimulatedBox(KeySelector.Simulated kind, int count, int places) {
        this(kind, count, places, number -> made(kind, number));
    }

    /** @param keys makes the key of this number, from 0 */
    public SimulatedBox(KeySelector.Simulated kind, int count, int places, IntFunction<RequestHandler> keys) {
        this.kind = kind;
        this.count = count;
        this.keys = keys;
        for (int i = 0; i < Math.min(places, count); i++) {
            numbers.add(taken);
            this.places.add(next());
        }
    }

    private static RequestHandler made(KeySelector.Simulated kind, int number) {
        Profile profile = SimulatedProfiles.named(kind.profile()).orElseThrow();
        Memory memory = kind.file()
                .map(file -> number == 0 ? file : Path.of(file + "-" + (number + 1)))
                .<Memory>map(file -> StateFile.open(file, profile))
                .orElse(Memory.NONE);
        return VirtualKeys.make(profile, Environment.ofThisMachine(), memory, number);
    }

    private Optional<RequestHandler> next() {
        return taken < count ? Optional.of(keys.apply(taken++)) : Optional.empty();
    }

    /** Takes the key out of its place, for good, and puts the next of the box there. */
    public synchronized void takeAway(String path) {
        int place = place(path);
        places.get(place).ifPresent(RequestHandler::close);
        numbers.set(place, taken);
        places.set(place, next());
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public synchronized Listing list() {
        List<KeyRef> present = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).isPresent()) {
                present.add(ref(i));
            }
        }
        return new Listing(present, List.of());
    }

    private KeyRef ref(int place) {
        boolean yubiKey = kind.profile().startsWith("yubikey");
        return new KeyRef(
                kind.nfc() ? Transport.NFC : Transport.USB,
                path(place),
                kind.product(),
                "seckey",
                Optional.empty(),
                OptionalInt.of(yubiKey ? YUBICO : NOBODY),
                OptionalInt.empty(),
                Optional.empty());
    }

    /** Each key has its own, so that the next in the same place is seen to be another. */
    private String path(int place) {
        return "simulated-" + (numbers.get(place) + 1);
    }

    private int place(String path) {
        for (int i = 0; i < places.size(); i++) {
            if (path(i).equals(path)) {
                return i;
            }
        }
        throw new AccessFault(Reason.NO_KEY, "there is no key at " + path, "it was taken away");
    }

    private synchronized RequestHandler key(String path) {
        return places.get(place(path))
                .orElseThrow(() -> new AccessFault(Reason.NO_KEY, "there is no key at " + path, "it was taken away"));
    }

    @Override
    public HidPipe openUsb(String path) {
        return new SoftHidPipe(new Lent(key(path)), Ticker.SYSTEM);
    }

    @Override
    public ApduPipe openNfc(String reader) {
        return new SoftApduPipe(new Lent(key(reader)));
    }

    @Override
    public boolean replug(String path) {
        key(path).powerCycle();
        return true;
    }

    @Override
    public synchronized void close() {
        places.forEach(key -> key.ifPresent(RequestHandler::close));
    }
}
