/**
 * From evidence to a verdict. {@link dev.seckey.ctap2.verdict.Evidence} holds all that was collected from a key, and
 * {@link dev.seckey.ctap2.verdict.Judge} is a pure function of it, a policy, the metadata and a date: the same evidence
 * always gets the same verdict. A check is a small class of its own, and the verdict follows from the checks alone.
 */
package dev.seckey.ctap2.verdict;
