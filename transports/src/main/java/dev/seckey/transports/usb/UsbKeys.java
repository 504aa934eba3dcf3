package dev.seckey.transports.usb;

import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import dev.seckey.transports.Os;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Lists and opens the FIDO keys on USB. */
public final class UsbKeys {
    private final Os os;
    private final AccessAdvice advice;
    private final UsbListing listing;
    private final BooleanSupplier elevated;
    private final Function<String, Optional<HidHandle>> opener;

    UsbKeys(Os os, UsbListing listing, BooleanSupplier elevated, Function<String, Optional<HidHandle>> opener) {
        this.os = os;
        this.advice = new AccessAdvice(os);
        this.listing = listing;
        this.elevated = elevated;
        this.opener = opener;
    }

    /** For the machine we run on. */
    public static UsbKeys system() {
        return of(Os.current(), Path.of("/"));
    }

    /** @param root what stands for "/" on Linux; elsewhere not looked at */
    public static UsbKeys of(Os os, Path root) {
        AccessAdvice advice = new AccessAdvice(os);
        Hidapi hidapi = new Hidapi(advice);
        BooleanSupplier elevated = () -> os != Os.WINDOWS || Hidapi.isElevated();
        UsbListing listing = os == Os.LINUX
                ? new SysfsListing(root, advice, SysfsListing::readableAndWritable)
                : new HidapiListing(hidapi::devices, advice, elevated);
        return new UsbKeys(os, listing, elevated, hidapi::open);
    }

    /**
     * All FIDO keys in sight, those included that cannot be opened.
     *
     * @throws AccessFault where a native library is needed and does not load
     */
    public List<KeyRef> list() {
        return listing.list();
    }

    /** What may keep keys out of {@link #list} altogether, for a person who wonders why it is empty. */
    public Optional<Obstacle> blindSpot() {
        return elevated.getAsBoolean() ? Optional.empty() : Optional.of(advice.usbHidden());
    }

    /**
     * @param path as in {@link KeyRef#path}
     * @throws AccessFault if it does not open: not allowed, held by another program, not there any more, or no hidapi
     */
    public UsbPipe open(String path) {
        return opener.apply(path)
                .map(UsbPipe::new)
                .orElseThrow(() -> reason(path).fault());
    }

    /** hidapi says only that it failed, so we look for ourselves. */
    private Obstacle reason(String path) {
        Optional<KeyRef> listed =
                listing.list().stream().filter(key -> key.path().equals(path)).findFirst();
        if (listed.isEmpty()) {
            return os == Os.WINDOWS && !elevated.getAsBoolean() ? advice.usbHidden() : gone(path);
        }
        return listed.get().obstacle().orElseGet(() -> os == Os.MAC ? advice.usbDenied(path) : advice.usbBusy(path));
    }

    private Obstacle gone(String path) {
        boolean isNode = os == Os.LINUX && Files.exists(Path.of(path));
        if (!isNode) {
            return advice.usbGone(path);
        }
        return SysfsListing.readableAndWritable(Path.of(path)) ? advice.usbBusy(path) : advice.usbDenied(path);
    }
}
