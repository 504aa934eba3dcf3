/**
 * The audit trail of verify. A record ({@link dev.seckey.cli.record.VerifyRecord}) is one line of JSON with everything that
 * a verdict rests on: the evidence itself, the policy's whole text, which metadata, who, when and where.
 * {@link dev.seckey.cli.record.RecordFile} only ever appends; {@link dev.seckey.cli.record.Replay} judges a record again,
 * years later or on another machine. What protects what: the key's signature covers the challenge, and that the occasion
 * and getInfo; the digest at the line's end covers the line and tells damage, not malice, since anybody can compute it
 * anew, which is why a replay believes nothing of the recorded verdict and judges for itself. Each line names the digest of
 * the one before, so that {@link dev.seckey.cli.record.Trail} tells when one was taken out of the middle.
 */
package dev.seckey.cli.record;
