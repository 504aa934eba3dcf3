package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.KeyFinder;
import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.keys.TouchSelection;
import dev.seckey.cli.keys.TouchSelection.Candidate;
import dev.seckey.cli.output.KeyResult;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.transports.KeyRef;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "select",
        description = {
            "Which of these keys is it? All of them blink; the one that is touched is named.",
            "What stands first on its line is what --key takes."
        },
        footer = {"", "Example:", "  seckey --key \"$(seckey select --json | jq -r .selector)\" info"})
final class SelectCommand implements Action {
    private final Context context;

    SelectCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        CancelToken over = new CancelToken();
        List<Candidate> candidates = candidates(context.opener(over));
        context.prompts().say(candidates.size() == 1 ? "touch the key" : "touch the key that you mean");
        OpenKey key = new TouchSelection(over)
                .among(candidates, context.surroundings().cancel());
        context.output().print("select", new KeyResult(key.selector(), key.product(), key.simulated(), "was touched"));
        return ExitCode.DONE;
    }

    private List<Candidate> candidates(KeyOpener opener) {
        Optional<KeySelector> selector = context.selector();
        List<KeyRef> usable = selector.isPresent()
                ? List.of()
                : context.keys().list().present().stream()
                        .filter(KeyRef::openable)
                        .toList();
        if (usable.isEmpty()) {
            if (selector.isEmpty()) {
                new KeyFinder(context.keys(), key -> Optional.empty())
                        .choose(Optional.empty()); // says why there is none
            }
            return List.of(() -> opener.open(selector));
        }
        return usable.stream().map(ref -> (Candidate) () -> opener.open(ref)).toList();
    }
}
