package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.record.RecordFile;
import dev.seckey.cli.record.VerifyRecord;
import dev.seckey.cli.verify.Occasion;
import dev.seckey.cli.verify.Verified;
import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.verdict.Check;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is kept of a verdict, and for whom it is made. */
final class TrailOptions {
    private static final int LONGEST_CODE = 200;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Add a line to this file for each verdict, with all that it rests on, for --replay.")
    private Optional<Path> record = Optional.empty();

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Judge the records of this file again instead of a key.")
    private Optional<Path> replay = Optional.empty();

    @Option(
            names = "--challenge",
            paramLabel = "CODE",
            description = "Let the key sign this code, given by somebody at a distance; with --replay, refuse records"
                    + " that were made for another, and judge by --policy, not by the record's own policy.")
    private Optional<String> challenge = Optional.empty();

    Optional<Path> replay() {
        return replay;
    }

    Optional<String> code() {
        challenge.filter(code -> code.isBlank() || code.length() > LONGEST_CODE).ifPresent(code -> {
            throw new UsageException("--challenge wants a code of 1 to " + LONGEST_CODE + " characters");
        });
        return challenge;
    }

    boolean keepsRecords() {
        return record.isPresent();
    }

    /** To be closed by the caller; absent if nothing is to be kept. */
    Optional<RecordFile> open() {
        return record.map(RecordFile::open);
    }

    static VerifyRecord record(Verified verified, PolicyDocument policy) {
        return new VerifyRecord(
                verified.occasion(),
                verified.evidence(),
                policy.content(),
                describe(verified.metadata()),
                verified.simulated(),
                verified.verdict().outcome().title(),
                verified.verdict().deciding().stream().map(Check::evidence).toList(),
                Optional.empty());
    }

    /** What a sheet of paper says beside the verdict. */
    static Map<String, String> facts(Verified verified, PolicyDocument policy) {
        Occasion occasion = verified.occasion();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("When", occasion.at().truncatedTo(ChronoUnit.SECONDS) + " (UTC)");
        facts.put("Who and where", occasion.operator() + " on " + occasion.machine());
        facts.put(
                "Key",
                verified.evidence().product() + ", over "
                        + verified.evidence().transport().name()
                        + verified.evidence()
                                .info()
                                .map(info -> ", AAGUID " + info.aaguid())
                                .orElse(""));
        facts.put(
                "Policy",
                policy.rules().name() + " (" + policy.rules().title() + "), " + policy.source() + ", SHA-256 "
                        + policy.sha256().hex());
        facts.put("Metadata", describe(verified.metadata()));
        occasion.code().ifPresent(code -> facts.put("Code", code));
        facts.put("Program", occasion.seckey());
        return facts;
    }

    private static String describe(IndexHeader header) {
        String kind = header.kind() == IndexHeader.Kind.BLOB ? "FIDO metadata no " : "snapshot of seckey, up to no ";
        return kind + header.number() + ", of " + header.date();
    }
}
