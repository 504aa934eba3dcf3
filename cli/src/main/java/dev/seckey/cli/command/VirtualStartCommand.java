package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.Interrupts;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.virtual.Approval;
import dev.seckey.cli.virtual.SoftCard;
import dev.seckey.cli.virtual.SoftUsbKey;
import dev.seckey.cli.virtual.VirtualKeys;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.transports.virtual.PacketLink;
import dev.seckey.transports.virtual.UhidDevice;
import dev.seckey.transports.virtual.VpcdCard;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "start",
        description = {
            "Run a simulated key until Ctrl-C, as a card on a virtual reader or as a USB device.",
            "Other programs see it as they see a real key. Its model is certified by nobody: seckey verify accepts it"
                    + " only with --trust-simulated."
        },
        footer = {
            "",
            "Examples:",
            "  seckey virtual start --vpcd localhost:35963       (pcscd with vsmartcard-vpcd)",
            "  seckey virtual start --uhid --profile pin-set     (Linux, as root)"
        })
final class VirtualStartCommand implements Action {
    private final Context context;

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    private static final class Where {
        @Option(names = "--vpcd", paramLabel = "HOST:PORT", description = "Lie on this virtual smart card reader.")
        private Optional<String> vpcd = Optional.empty();

        @Option(names = "--uhid", description = "Be a USB HID device of this machine's kernel (Linux).")
        private boolean uhid;

        @Option(
                names = "--link",
                paramLabel = "PORT",
                hidden = true,
                description = "64-byte frames over TCP, for tests.")
        private Optional<Integer> link = Optional.empty();
    }

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = SimulatedProfiles.DEFAULT,
            description =
                    "What kind of key (${DEFAULT-VALUE}): level2, level1, unknown, counterfeit, u2f-only, pin-set,"
                            + " pin-set-no-u2f, always-uv, blocked, fido20, pre21, proto1-only, bio, force-change,"
                            + " always-uv-fixed, no-mcga-pin, fips-nfc, full, non-canonical, slow, yubikey or"
                            + " yubikey-locked. Those with a PIN have 123456.")
    private String profile;

    @Option(
            names = "--approve",
            paramLabel = "WHEN",
            defaultValue = "always",
            description = "Who touches it: always, never, or after:MILLISECONDS (${DEFAULT-VALUE}).")
    private String approve;

    VirtualStartCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Profile chosen = SimulatedProfiles.named(profile)
                .orElseThrow(() -> new UsageException(
                        "there is no simulated key \"" + profile + "\"",
                        "there are: " + String.join(", ", SimulatedProfiles.names())));
        Environment environment = Environment.ofThisMachine().with(Approval.parse(approve));
        RequestHandler key = VirtualKeys.make(chosen, environment);
        if (where.vpcd.isPresent()) {
            HostAndPort reader = HostAndPort.parse(where.vpcd.get());
            try (SoftCard card = new SoftCard(key);
                    VpcdCard onReader = VpcdCard.connect(reader.host(), reader.port(), card)) {
                return serve(onReader, onReader::close, "on reader " + where.vpcd.get());
            }
        }
        try (SoftUsbKey usbKey = new SoftUsbKey(key, environment.ticker())) {
            if (where.uhid) {
                UhidDevice.Identity identity =
                        new UhidDevice.Identity("seckey SIMULATED " + profile, "SIMULATED", 0x1209, 0xf1d0);
                try (UhidDevice device = UhidDevice.create(identity, usbKey)) {
                    return serve(device, device::close, "as a USB device of this machine");
                }
            }
            try (PacketLink link = PacketLink.listen(where.link.orElseThrow(), usbKey)) {
                return serve(link, link::close, "on port " + link.port());
            }
        }
    }

    /** Until the other side goes, or Ctrl-C. */
    private ExitCode serve(Runnable transport, Runnable stop, String place) {
        context.prompts().say("SIMULATED key " + profile + " " + place + "; Ctrl-C takes it away");
        try (Interrupts.Hook ignored = context.surroundings().interrupts().before(stop)) {
            transport.run();
        }
        return ExitCode.DONE;
    }

    private record HostAndPort(String host, int port) {
        static HostAndPort parse(String text) {
            int colon = text.lastIndexOf(':');
            try {
                int port = Integer.parseInt(text.substring(colon + 1));
                if (colon > 0 && port > 0 && port < 0x10000) {
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
