package dev.seckey.cli.record;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.policy.PolicyException;
import dev.seckey.cli.policy.PolicyReader;
import dev.seckey.cli.verify.Occasion;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.verdict.Check;
import dev.seckey.ctap2.verdict.Judge;
import dev.seckey.ctap2.verdict.Models;
import dev.seckey.ctap2.verdict.Verdict;
import dev.seckey.ctap2.webauthn.ClientData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges records again: by the policy that is given or else the record's own, by the metadata of today, its certificates as
 * of the day on which the key was there.
 */
public final class Replay {
    /** How far clocks may disagree. */
    private static final Duration SKEW = Duration.ofDays(1);

    private final Optional<String> code;
    private final Optional<PolicyDocument> policy;
    private final Models models;
    private final Instant now;

    /**
     * What came of one record.
     *
     * @param record absent if it cannot be read
     * @param verdict absent if there was no sense in judging
     * @param why what is to be said beside the verdict, a line each
     */
    public record Replayed(
            Optional<VerifyRecord> record, Optional<Verdict> verdict, ExitCode answer, List<String> why) {
        Replayed saying(String more) {
            return new Replayed(
                    record,
                    verdict,
                    answer,
                    Stream.concat(why.stream(), Stream.of(more)).toList());
        }

        /** Whether the verdict is that of the record. */
        public boolean asRecorded() {
            return verdict.flatMap(now -> record.map(
                            then -> then.outcome().equals(now.outcome().title())))
                    .orElse(false);
        }
    }

    /**
     * @param code that the record must have been made for
     * @param policy absent: the record's own
     */
    public Replay(Optional<String> code, Optional<PolicyDocument> policy, Models models, Instant now) {
        this.code = code;
        this.policy = policy;
        this.models = models;
        this.now = now;
    }

    public Replayed judge(String line) {
        try {
            VerifyRecord record = RecordLine.read(line);
            return bindingFault(record)
                    .map(fault -> new Replayed(Optional.of(record), Optional.empty(), ExitCode.NO, List.of(fault)))
                    .or(() -> occasionFault(record.occasion())
                            .map(fault -> new Replayed(
                                    Optional.of(record), Optional.empty(), ExitCode.CANNOT_TELL, List.of(fault))))
                    .orElseGet(() -> judge(record));
        } catch (MalformedFault e) {
            return new Replayed(
                    Optional.empty(), Optional.empty(), ExitCode.NO, List.of("not a good record: " + e.getMessage()));
        }
    }

    /** The signature itself is the judge's to check; here, that what it covers is this record's occasion. */
    private static Optional<String> bindingFault(VerifyRecord record) {
        if (!record.policyText().sha256().equals(record.occasion().policySha256())) {
            return Optional.of("the record was changed: its policy is not the one that it was made with");
        }
        Optional<Bytes> signed = record.evidence().proof().clientData();
        boolean fits = signed.isEmpty()
                || ClientData.parse(signed.get())
                        .challenge()
                        .equals(record.occasion().challenge(record.evidence()));
        return fits
                ? Optional.empty()
                : Optional.of(
                        "the record was changed, or put together from others: the key signed for another occasion");
    }

    private Optional<String> occasionFault(Occasion occasion) {
        if (code.isPresent() && !occasion.code().equals(code)) {
            return Optional.of(occasion.code()
                    .map(other -> "it was made for another code: \"" + other + "\"")
                    .orElse("it was made without a code: ask for one that is made with --challenge"));
        }
        return occasion.at().isAfter(now.plus(SKEW))
                ? Optional.of("it is dated in the future: check the clocks of both machines")
                : Optional.empty();
    }

    private Replayed judge(VerifyRecord record) {
        List<String> why = new ArrayList<>();
        PolicyDocument rules = policy.orElseGet(() -> own(record));
        if (!rules.sha256().equals(record.occasion().policySha256())) {
            why.add("judged by the policy " + rules.rules().name() + "; it was made with another ("
                    + record.occasion().policy() + ")");
        }
        Verdict verdict = Judge.judge(
                record.evidence(), rules.rules(), models, record.occasion().at(), now);
        ExitCode answer = answer(verdict);
        if (code.isPresent()
                && answer == ExitCode.DONE
                && record.evidence().proof().clientData().isEmpty()) {
            answer = ExitCode.CANNOT_TELL;
            why.add("the key signed nothing, so the code proves nothing");
        }
        if (!record.outcome().equals(verdict.outcome().title())) {
            why.add("the record says \"" + record.outcome() + "\"; now it is \""
                    + verdict.outcome().title() + "\"");
            if (verdict.outcome() == Verdict.Outcome.ACCEPTABLE) {
                record.reasons().forEach(reason -> why.add("then: " + reason));
            } else {
                verdict.deciding().stream().map(Check::evidence).forEach(reason -> why.add("now: " + reason));
            }
        }
        return new Replayed(Optional.of(record), Optional.of(verdict), answer, why);
    }

    private static PolicyDocument own(VerifyRecord record) {
        try {
            return PolicyReader.read(record.policyText(), record.occasion().policy(), "the record");
        } catch (PolicyException e) {
            throw new MalformedFault(
                    CtapStatus.INVALID_PARAMETER,
                    "its policy cannot be read by this seckey (" + e.getMessage() + "); name one with --policy",
                    e);
        }
    }

    private static ExitCode answer(Verdict verdict) {
        return switch (verdict.outcome()) {
            case ACCEPTABLE -> ExitCode.DONE;
            case NOT_ACCEPTABLE -> ExitCode.NO;
            case CANNOT_TELL -> ExitCode.CANNOT_TELL;
        };
    }
}
