package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.handover.Letters;
import dev.seckey.cli.handover.PinDocument;
import dev.seckey.cli.output.HandoverPinsResult;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "open",
        description = "Open encrypted PINs, into a file (-o, which only its owner can read) or onto stdout.")
final class HandoverOpenCommand implements Action {
    private final Context context;

    @Mixin
    private HandoverFileOptions options = new HandoverFileOptions();

    @Option(names = "--show", description = "Print the PINs on stdout.")
    private boolean show;

    HandoverOpenCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (!show && !context.output().isToFile()) {
            throw new UsageException(
                    "say where the PINs are to go", "into a file with -o FILE, or onto the screen with --show");
        }
        List<PinDocument> documents = options.open(context);
        try {
            List<HandoverPinsResult.Line> lines =
                    documents.stream().map(HandoverOpenCommand::line).toList();
            context.output().print("handover open", new HandoverPinsResult(lines));
            return ExitCode.DONE;
        } finally {
            documents.forEach(PinDocument::close);
        }
    }

    private static HandoverPinsResult.Line line(PinDocument document) {
        return new HandoverPinsResult.Line(
                document.about("asset")
                        .or(() -> document.about("serial"))
                        .or(() -> document.about("key"))
                        .orElse("-"),
                document.about("personId"),
                document.about("personName"),
                document.created().toString(),
                Letters.text(document));
    }
}
