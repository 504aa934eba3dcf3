package dev.seckey.cli.output;

import dev.seckey.cli.ledger.Head;
import java.util.List;

/** Whether a ledger is whole, and what is not. */
public record LedgerCheckResult(List<String> findings, List<Head> heads) implements Result {
    @Override
    public void writeText(TextWriter out) {
        if (findings.isEmpty()) {
            out.line("whole: no row was altered or removed");
        } else {
            out.line("NOT WHOLE");
            findings.forEach(finding -> out.line("  " + finding));
        }
        heads.forEach(head -> out.line("head of the chain " + head));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("whole", findings.isEmpty())
                .strings("findings", findings)
                .objects(
                        "heads",
                        heads,
                        (inner, head) -> inner.member("bench", head.bench())
                                .member("sequence", head.sequence())
                                .member("hash", head.hash().hex()));
    }
}
