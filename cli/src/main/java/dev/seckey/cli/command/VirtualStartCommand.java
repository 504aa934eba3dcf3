package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.Interrupts;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.virtual.Approval;
import dev.seckey.cli.virtual.KeyControl;
import dev.seckey.cli.virtual.Rack;
import dev.seckey.cli.virtual.SimulatedKey;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Feature;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.StateFile;
import dev.seckey.ctap2.soft.UserPresence;
import dev.seckey.transports.virtual.ControlSocket;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "start",
        description = {
            "Run a simulated key until Ctrl-C, as a card on a virtual reader, as a USB device, or on a UDP or TCP"
                    + " port.",
            "Other programs see it as they see a real key. Its model is certified by nobody: seckey verify accepts it"
                    + " only with --trust-simulated."
        },
        footer = {
            "",
            "A program connected to the control port says, a line each: power-cycle; touch; approve"
                    + " always|never|tap|after:MS; fault drop|delay MS|garble|truncate|disconnect at N (of what the key"
                    + " sends, 1 is next), or at N in (of what it gets); status; quit.",
            "",
            "Examples:",
            "  seckey virtual start --vpcd localhost:35963       (pcscd with vsmartcard-vpcd)",
            "  seckey virtual start --uhid --profile pin-set     (Linux, as root)",
            "  seckey virtual start --udp 8111 --profile full@full.key --control 8112"
        })
final class VirtualStartCommand implements Action {
    private static final int MOST = 64;

    private final Context context;

    @ArgGroup(multiplicity = "1")
    private VirtualPlace place = new VirtualPlace();

    @Option(
            names = "--profile",
            paramLabel = "NAME[@FILE]",
            defaultValue = SimulatedProfiles.DEFAULT,
            description =
                    "What kind of key (${DEFAULT-VALUE}): level2, level1, unknown, counterfeit, u2f-only, pin-set,"
                            + " pin-set-no-u2f, always-uv, blocked, fido20, pre21, proto1-only, bio, force-change,"
                            + " always-uv-fixed, no-mcga-pin, fips-nfc, full, non-canonical, slow, yubikey or"
                            + " yubikey-locked. Those with a PIN have 123456.")
    private String profile;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Keep the key in this file; made if it is not there. The same as @FILE.")
    private Optional<Path> keyFile = Optional.empty();

    @Option(
            names = "--approve",
            paramLabel = "WHEN",
            defaultValue = "always",
            description =
                    "Who touches it: always, never, after:MILLISECONDS, tap (a card without a button: once each time it"
                            + " gets power), or ask at this terminal (${DEFAULT-VALUE}).")
    private String approve;

    @Option(
            names = "--reset-any-time",
            description =
                    "Take a reset whenever it comes, not only in the ten seconds after power-up: some test programs"
                            + " expect that.")
    private boolean resetAnyTime;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many, up to 64, each on the port after the one before; a file's name gets -2, -3 and so on.")
    private int count;

    @Option(
            names = "--first",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which of a box the first is (${DEFAULT-VALUE}): serial numbers and files' names go on from"
                    + " there.")
    private int first;

    @Option(
            names = "--control",
            paramLabel = "PORT",
            description = "Let a program on this machine steer the key through this TCP port; 0 is any.")
    private Optional<Integer> control = Optional.empty();

    VirtualStartCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (count < 1 || count > MOST) {
            throw new UsageException("--count wants 1 to " + MOST);
        }
        if (first < 1) {
            throw new UsageException("--first wants at least 1");
        }
        Kind kind = kind();
        try (Rack rack = new Rack();
                Interrupts.Hook ignored = context.surroundings().interrupts().before(rack::close)) {
            for (int i = 0; i < count; i++) {
                start(kind, first - 1 + i, i, rack);
            }
            rack.run();
        }
        return ExitCode.DONE;
    }

    /**
     * @param number of the box, from 0
     * @param nth of those that are started, from 0
     */
    private void start(Kind kind, int number, int nth, Rack rack) {
        UserPresence presence = Approval.parse(approve, context.surroundings().pinPrompt());
        SimulatedKey key = rack.put(
                new SimulatedKey(kind.profile(), Environment.ofThisMachine(), presence, kind.memory(number), number));
        String name = kind.profile().name();
        String where = place.plug(key, name, number, nth, rack);
        String steered = control.map(port -> {
                    KeyControl commands = new KeyControl(key, name, approve, rack::close);
                    return ", control port "
                            + rack.put(ControlSocket.listen(VirtualPlace.nth(port, nth), commands))
                                    .port();
                })
                .orElse("");
        context.prompts().say("SIMULATED key " + name + " " + where + steered + "; Ctrl-C takes it away");
    }

    private Kind kind() {
        int at = profile.indexOf('@');
        String name = at < 0 ? profile : profile.substring(0, at);
        Optional<Path> file = at < 0 ? Optional.empty() : Optional.of(Path.of(profile.substring(at + 1)));
        if (file.isPresent() && keyFile.isPresent()) {
            throw new UsageException("--profile and --key-file name two files", "give one of them");
        }
        if (file.isPresent() && file.get().toString().isEmpty()) {
            throw new UsageException("no file stands after the @", "write, for instance, --profile full@full.key");
        }
        Profile named = SimulatedProfiles.named(name)
                .orElseThrow(() -> new UsageException(
                        "there is no simulated key \"" + name + "\"",
                        "there are: " + String.join(", ", SimulatedProfiles.names())));
        Profile chosen = resetAnyTime ? named.with(Feature.RESET_ANY_TIME) : named;
        return new Kind(chosen, file.or(() -> keyFile));
    }

    /** @param file where it is kept, if anywhere */
    private record Kind(Profile profile, Optional<Path> file) {
        /** @param number 0 for the first */
        Memory memory(int number) {
            return file.map(path -> number == 0 ? path : path.resolveSibling(path.getFileName() + "-" + (number + 1)))
                    .<Memory>map(path -> StateFile.open(path, profile))
                    .orElse(Memory.NONE);
        }
    }
}
