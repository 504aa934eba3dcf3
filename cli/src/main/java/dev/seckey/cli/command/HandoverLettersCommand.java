package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.handover.Letters;
import dev.seckey.cli.handover.PinDocument;
import dev.seckey.cli.output.FilesWrittenResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "letters",
        description =
                "Make one printable page a person (HTML) from encrypted PINs; of several for one key, the newest.")
final class HandoverLettersCommand implements Action {
    private final Context context;

    @Mixin
    private HandoverFileOptions options = new HandoverFileOptions();

    @Option(
            names = "--out",
            paramLabel = "LETTERS.html",
            required = true,
            description = "Where to; only its owner can read the file.")
    private Path out;

    HandoverLettersCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        List<PinDocument> documents = options.open(context);
        try {
            List<PinDocument> letters = Letters.newest(documents);
            Letters.write(letters, out);
            int older = documents.size() - letters.size();
            if (older > 0) {
                context.prompts()
                        .say(
                                older == 1
                                        ? "1 older PIN for the same key was left out"
                                        : older + " older PINs for the same keys were left out");
            }
            context.output()
                    .print(
                            "handover letters",
                            new FilesWrittenResult(
                                    Map.of("letters", out),
                                    letters.size() == 1
                                            ? "1 page; print it, and then delete the file"
                                            : letters.size() + " pages; print them, and then delete the file"));
            return ExitCode.DONE;
        } finally {
            documents.forEach(PinDocument::close);
        }
    }
}
