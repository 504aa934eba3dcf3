package dev.seckey.transports.virtual;

import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** A HID device of the Linux kernel, through /dev/uhid: to every program it is a key on USB. */
public final class UhidDevice implements Service {
    /**
     * How the device names itself.
     *
     * @param vendorId 0 to 65535
     * @param productId 0 to 65535
     */
    public record Identity(String name, String serial, int vendorId, int productId) {}

    private static final Path UHID = Path.of("/dev/uhid");

    private final RandomAccessFile uhid;
    private final PacketServer server;
    private boolean destroyed;

    private UhidDevice(RandomAccessFile uhid, PacketServer server) {
        this.uhid = uhid;
        this.server = server;
    }

    /**
     * Plugs the device in. It answers from {@link #run} on.
     *
     * @throws AccessFault if this system, or this user, has no /dev/uhid
     */
    public static UhidDevice create(Identity identity, PacketServer server) {
        return create(UHID, identity, server);
    }

    static UhidDevice create(Path uhid, Identity identity, PacketServer server) {
        if (!Files.exists(uhid)) {
            throw new AccessFault(
                    Reason.ACCESS_DENIED,
                    "there is no " + uhid + " to make a virtual USB key with",
                    "on Linux, as root: modprobe uhid; elsewhere use a virtual reader instead");
        }
        try {
            UhidDevice device = new UhidDevice(new RandomAccessFile(uhid.toFile(), "rw"), server);
            device.write(UhidEvent.create(identity));
            return device;
        } catch (FileNotFoundException e) {
            throw new AccessFault(
                    Reason.ACCESS_DENIED, "this user may not write " + uhid, "run as root, or give the user access");
        } catch (IOException e) {
            throw new TransportFault(
                    Reason.TRANSPORT_BROKEN, "the kernel did not take the virtual key: " + e.getMessage(), e);
        }
    }

    /**
     * Serves until {@link #close}.
     *
     * @throws TransportFault if the kernel breaks off
     */
    @Override
    public void run() {
        byte[] event = new byte[UhidEvent.SIZE];
        try (uhid) {
            // a driver that lets go of the device stops it too, and another one starts it again
            while (uhid.read(event) > 0 && !(UhidEvent.type(event) == UhidEvent.STOP && isDestroyed())) {
                serve(event);
            }
        } catch (IOException e) {
            if (!isDestroyed()) {
                throw new TransportFault(Reason.TRANSPORT_BROKEN, "lost the virtual key: " + e.getMessage(), e);
            }
        }
    }

    private void serve(byte[] event) throws IOException {
        switch (UhidEvent.type(event)) {
            case UhidEvent.OUTPUT -> UhidEvent.output(event).ifPresent(packet -> server.receive(packet, this::send));
            case UhidEvent.GET_REPORT, UhidEvent.SET_REPORT -> write(UhidEvent.refusal(event));
            default -> {
                // start, open and close: programs come and go
            }
        }
    }

    private void send(byte[] packet) {
        try {
            write(UhidEvent.input(packet));
        } catch (IOException e) {
            // unplugged meanwhile
        }
    }

    private synchronized void write(byte[] event) throws IOException {
        if (!destroyed) {
            uhid.write(event);
        }
    }

    private synchronized boolean isDestroyed() {
        return destroyed;
    }

    /** Pulls the device out. The kernel then sends a last event, which ends {@link #run}; that closes the file. */
    @Override
    public synchronized void close() {
        try {
            write(UhidEvent.destroy());
        } catch (IOException e) {
            // gone already
        }
        destroyed = true;
    }
}
