package dev.seckey.cli.virtual;

import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.UserPresence;
import dev.seckey.transports.virtual.DatagramLink;
import dev.seckey.transports.virtual.PacketLink;
import dev.seckey.transports.virtual.PacketServer;
import dev.seckey.transports.virtual.Service;
import dev.seckey.transports.virtual.UhidDevice;
import dev.seckey.transports.virtual.VpcdCard;

/** A simulated key in a place where other programs see it, and all by which it is steered. */
public final class SimulatedKey implements AutoCloseable {
    private final Environment environment;
    private final SwitchedPresence presence;
    private final Faults faults;
    private final RequestHandler key;
    private Runnable powerCycle = () -> {};
    private Runnable letGo = () -> {};
    private long powerCycles;

    /**
     * @param memory where it keeps what it holds
     * @param number of several, from 0: their serial numbers follow one another
     */
    public SimulatedKey(Profile profile, Environment surroundings, UserPresence usual, Memory memory, int number) {
        presence = new SwitchedPresence(usual);
        environment = surroundings.with(presence);
        faults = Faults.none(environment.sleeper(), () -> withoutPower(powerCycle));
        key = VirtualKeys.make(profile, environment, memory, number);
    }

    /** Lays it on a virtual reader of vpcd. Without power it is taken off for a moment. */
    public Service onReader(String host, int port) {
        SoftCard card = new SoftCard(key, faults);
        letGo = card::close;
        Replugged replugged = new Replugged(() -> VpcdCard.connect(host, port, card), environment.sleeper());
        powerCycle = () -> {
            replugged.unplug();
            card.powerOff();
        };
        return replugged;
    }

    /** Makes it a device of the kernel. Without power the device is gone for a moment. */
    public Service asUsbDevice(UhidDevice.Identity identity) {
        SoftUsbKey usbKey = usbKey();
        Replugged replugged = new Replugged(() -> UhidDevice.create(identity, usbKey), environment.sleeper());
        powerCycle = () -> {
            replugged.unplug();
            usbKey.powerCycle();
        };
        return replugged;
    }

    /** @param port 0 takes any that is free */
    public DatagramLink onUdp(int port) {
        return DatagramLink.listen(port, restartable(usbKey()));
    }

    /** @param port 0 takes any that is free */
    public PacketLink onTcp(int port) {
        return PacketLink.listen(port, restartable(usbKey()));
    }

    private PacketServer restartable(SoftUsbKey usbKey) {
        return new RestartPacket(usbKey, () -> withoutPower(usbKey::restart));
    }

    private SoftUsbKey usbKey() {
        SoftUsbKey usbKey = new SoftUsbKey(key, environment.ticker(), faults);
        powerCycle = usbKey::powerCycle;
        letGo = usbKey::close;
        return usbKey;
    }

    SwitchedPresence presence() {
        return presence;
    }

    Faults faults() {
        return faults;
    }

    /** Takes its power away and waits until that is done; where a key is gone meanwhile, it comes back a second later. */
    void powerCycle() {
        try {
            withoutPower(powerCycle).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return what does it, since the key's own threads, which may ask for it, must not wait */
    private Thread withoutPower(Runnable cycle) {
        synchronized (this) {
            powerCycles++;
        }
        Thread cycling = new Thread(cycle, "power-cycle");
        cycling.setDaemon(true);
        cycling.start();
        return cycling;
    }

    synchronized long powerCycles() {
        return powerCycles;
    }

    @Override
    public void close() {
        letGo.run();
        key.close();
    }
}
