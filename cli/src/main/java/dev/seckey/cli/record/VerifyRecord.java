package dev.seckey.cli.record;

import dev.seckey.cli.verify.Occasion;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.verdict.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * One verification, whole.
 *
 * @param policyText the policy's file
 * @param metadata in words: "FIDO metadata no 163 of 2025-05-02"
 * @param simulated whether the key was one of our own
 * @param outcome as the verdict was then: "acceptable"
 * @param reasons of that verdict, a line each
 * @param previous SHA-256 of the line before it in its file; empty: it is the first
 */
public record VerifyRecord(
        Occasion occasion,
        Evidence evidence,
        Bytes policyText,
        String metadata,
        boolean simulated,
        String outcome,
        List<String> reasons,
        Optional<Bytes> previous) {
    public VerifyRecord {
        reasons = List.copyOf(reasons);
    }

    VerifyRecord after(Bytes line) {
        return new VerifyRecord(
                occasion, evidence, policyText, metadata, simulated, outcome, reasons, Optional.of(line));
    }
}
