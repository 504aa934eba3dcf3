package dev.seckey.cli.keys;

import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import dev.seckey.transports.nfc.CardPipe;
import dev.seckey.transports.nfc.NfcReaders;
import dev.seckey.transports.usb.UsbKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The keys on the USB ports and the smart card readers of this machine. */
public final class MachineKeys implements Keys {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final UsbKeys usb = UsbKeys.system();
    private final NfcReaders nfc = NfcReaders.system();

    @Override
    public Listing list() {
        List<KeyRef> keys = new ArrayList<>();
        List<Obstacle> blindSpots = new ArrayList<>();
        try {
            keys.addAll(usb.list());
            usb.blindSpot().ifPresent(blindSpots::add);
        } catch (AccessFault e) {
            blindSpots.add(obstacle(e));
        }
        try {
            keys.addAll(nfc.list());
        } catch (AccessFault e) {
            blindSpots.add(obstacle(e));
        }
        return new Listing(List.copyOf(keys), List.copyOf(blindSpots));
    }

    private static Obstacle obstacle(AccessFault fault) {
        return new Obstacle(fault.reason(), fault.getMessage(), fault.hint().orElse(""));
    }

    @Override
    public HidPipe openUsb(String path) {
        return usb.open(path);
    }

    @Override
    public ApduPipe openNfc(String reader) {
        return nfc.open(reader, CONNECT_LIMIT, CardPipe.USUAL_LIMIT);
    }
}
