package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.FailureHandler;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.Listing;
import dev.seckey.cli.keys.Watch;
import dev.seckey.cli.output.KeyEventResult;
import dev.seckey.cli.output.KeyListResult;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = {
            "List the security keys on USB and NFC, one line each.",
            "With --watch also those that come and go, until Ctrl-C; --json writes an object a line."
        })
final class ListCommand implements Action {
    private final Context context;

    @Option(names = "--watch", description = "Go on, and tell which keys are plugged in and pulled out.")
    private boolean watch;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        return watch ? watch() : list();
    }

    private ExitCode watch() {
        if (context.output().isToFile()) {
            throw new UsageException("--watch prints as it goes: it does not go with -o");
        }
        if (context.selector().isPresent()) {
            throw new UsageException("--watch watches all keys: it does not go with --key");
        }
        new Watch(context.keys(), Sleeper.SYSTEM, context.surroundings().cancel())
                .run((change, key) ->
                        context.output().printEach("list", new KeyEventResult(change, key, context.now())));
        return ExitCode.INTERRUPTED;
    }

    private ExitCode list() {
        Optional<Listing> simulated = context.selector()
                .filter(KeySelector.Simulated.class::isInstance)
                .map(KeySelector.Simulated.class::cast)
                .map(ListCommand::simulated);
        Listing listing = simulated.orElseGet(() -> context.keys().list());
        context.output().print("list", new KeyListResult(listing, simulated.isPresent()));
        listing.blindSpots().forEach(spot -> context.prompts().say("note: " + spot.what() + "; " + spot.todo()));
        return exitCode(listing);
    }

    private static Listing simulated(KeySelector.Simulated simulated) {
        KeyRef key = new KeyRef(
                simulated.nfc() ? Transport.NFC : Transport.USB,
                simulated.selector(),
                simulated.product(),
                "",
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
        return new Listing(List.of(key), List.of());
    }

    /** Done if there is a key to use; else why there is none. */
    private ExitCode exitCode(Listing listing) {
        if (listing.present().stream().anyMatch(KeyRef::openable)) {
            return ExitCode.DONE;
        }
        Stream<Reason> reasons = Stream.concat(
                listing.present().stream()
                        .flatMap(key -> key.obstacle().stream())
                        .map(Obstacle::reason),
                listing.blindSpots().stream()
                        .map(Obstacle::reason)
                        .filter(reason -> reason != Reason.NO_SMARTCARD_SERVICE));
        Optional<Reason> reason = reasons.findFirst();
        if (reason.isEmpty()) {
            context.prompts().say("no security key is connected");
        }
        return FailureHandler.exitCode(reason.orElse(Reason.NO_KEY));
    }
}
