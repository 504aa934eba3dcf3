package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.output.ReplayResult;
import dev.seckey.cli.output.ReplayResult.Line;
import dev.seckey.cli.record.Replay;
import dev.seckey.cli.record.Replay.Replayed;
import dev.seckey.cli.record.Trail;
import dev.seckey.cli.record.VerifyRecord;
import dev.seckey.cli.verify.Occasion;
import dev.seckey.ctap2.fault.FileFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the records of a file. */
final class VerifyReplay {
    private final Context context;
    private final Trail trail;

    VerifyReplay(Context context, Replay replay) {
        this.context = context;
        this.trail = new Trail(replay);
    }

    ExitCode run(Path file) {
        List<Line> lines = new ArrayList<>();
        ExitCode worst = ExitCode.DONE;
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    Replayed replayed = trail.next(text);
                    worst = worst.worst(replayed.answer());
                    lines.add(line(number, replayed));
                }
            }
        } catch (IOException e) {
            throw new FileFault("cannot read " + file, e);
        }
        if (lines.isEmpty()) {
            context.prompts().say("there is no record in " + file);
            worst = ExitCode.CANNOT_TELL;
        }
        context.output().print("verify", new ReplayResult(lines));
        return worst;
    }

    private static Line line(int number, Replayed replayed) {
        Optional<Occasion> occasion = replayed.record().map(VerifyRecord::occasion);
        return new Line(
                number,
                occasion.map(VerifyReplay::describe),
                occasion.flatMap(Occasion::code),
                replayed.record().map(VerifyRecord::simulated).orElse(false),
                switch (replayed.answer()) {
                    case DONE -> "acceptable";
                    case NO -> "not acceptable";
                    default -> "cannot tell";
                },
                replayed.asRecorded(),
                replayed.verdict(),
                replayed.why());
    }

    private static String describe(Occasion occasion) {
        return occasion.at().truncatedTo(ChronoUnit.SECONDS) + ", " + occasion.operator() + " on " + occasion.machine()
                + ", policy "
                + occasion.policy()
                + occasion.code().map(code -> ", code \"" + code + "\"").orElse("");
    }
}
