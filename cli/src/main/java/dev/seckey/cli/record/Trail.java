package dev.seckey.cli.record;

import dev.seckey.cli.record.Replay.Replayed;
import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/** The lines of one file, judged one after the other. Each names the line before it, so that it is seen if one is missing. */
public final class Trail {
    private final Replay replay;
    private Optional<Bytes> before = Optional.empty();

    public Trail(Replay replay) {
        this.replay = replay;
    }

    /** A gap is told; it takes nothing from what the record itself proves. */
    public Replayed next(String line) {
        Replayed replayed = replay.judge(line);
        Optional<String> gap = replayed.record().flatMap(this::gap);
        before = Optional.of(RecordLine.sha256(line));
        return gap.map(replayed::saying).orElse(replayed);
    }

    private Optional<String> gap(VerifyRecord record) {
        if (record.previous().equals(before)) {
            return Optional.empty();
        }
        return Optional.of(
                before.isEmpty()
                        ? "warning: it is not the first record of its trail: earlier ones are not in this file"
                        : "warning: the line before it is not the one that it was written after: records were taken out,"
                                + " changed or put in");
    }
}
