package dev.seckey.cli.verify;

import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.verdict.Evidence;
import dev.seckey.ctap2.verdict.Verdict;

/**
 * One key and what came of it.
 *
 * @param metadata that it was judged by
 * @param simulated whether the key, or its model, is one of our own
 */
public record Verified(
        Occasion occasion, Evidence evidence, Verdict verdict, IndexHeader metadata, boolean simulated) {}
