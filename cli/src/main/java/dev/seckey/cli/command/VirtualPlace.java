package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.virtual.Rack;
import dev.seckey.cli.virtual.SimulatedKey;
import dev.seckey.transports.virtual.UhidDevice;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where simulated keys lie: one of four. */
final class VirtualPlace {
    private static final int VENDOR = 0x1209;
    private static final int PRODUCT = 0xf1d0;

    @Option(names = "--vpcd", paramLabel = "HOST:PORT", description = "Lie on this virtual smart card reader.")
    private Optional<String> vpcd = Optional.empty();

    @Option(names = "--uhid", description = "Be a USB HID device of this machine's kernel (Linux).")
    private boolean uhid;

    @Option(
            names = "--udp",
            paramLabel = "PORT",
            description = "Take CTAPHID packets as datagrams of 64 bytes on this machine's own port; 0 is any.")
    private Optional<Integer> udp = Optional.empty();

    @Option(
            names = "--tcp",
            paramLabel = "PORT",
            description = "Take CTAPHID packets on a TCP connection to this machine's own port, with or without their"
                    + " length (0040) before them; 0 is any.")
    private Optional<Integer> tcp = Optional.empty();

    /**
     * @param number by which it differs from others of its kind, from 0
     * @param place 0 for the first; each has the port after the one before
     * @return the place, in words
     */
    String plug(SimulatedKey key, String profile, int number, int place, Rack rack) {
        if (vpcd.isPresent()) {
            HostAndPort reader = HostAndPort.parse(vpcd.get());
            int port = nth(reader.port(), place);
            rack.put(key.onReader(reader.host(), port));
            return "on reader " + reader.host() + ":" + port;
        }
        if (uhid) {
            String serial = number == 0 ? "SIMULATED" : "SIMULATED-" + (number + 1);
            rack.put(key.asUsbDevice(new UhidDevice.Identity("seckey SIMULATED " + profile, serial, VENDOR, PRODUCT)));
            return "as a USB device of this machine";
        }
        if (udp.isPresent()) {
            return "on UDP port " + rack.put(key.onUdp(nth(udp.get(), place))).port();
        }
        return "on TCP port "
                + rack.put(key.onTcp(nth(tcp.orElseThrow(), place))).port();
    }

    /** @param port 0 is any, for each of them */
    static int nth(int port, int number) {
        int nth = port == 0 ? 0 : port + number;
        if (port < 0 || nth > HostAndPort.LAST) {
            throw new UsageException("there is no port " + nth, "ports are 1 to 65535, and 0 for any that is free");
        }
        return nth;
    }

    private record HostAndPort(String host, int port) {
        static final int LAST = 0xffff;

        static HostAndPort parse(String text) {
            int colon = text.lastIndexOf(':');
            try {
                int port = Integer.parseInt(text.substring(colon + 1));
                if (colon > 0 && port > 0 && port <= LAST) {
                    return new HostAndPort(text.substring(0, colon), port);
                }
            } catch (NumberFormatException e) {
                throw unknown(text);
            }
            throw unknown(text);
        }

        private static UsageException unknown(String text) {
            return new UsageException("\"" + text + "\" is no HOST:PORT", "write, for instance, localhost:35963");
        }
    }
}
