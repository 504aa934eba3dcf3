package dev.seckey.cli.ledger;

import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/**
 * What an event tells, before the ledger gives it its place in the chain. Never holds a PIN.
 *
 * @param batch the run of provisioning that it belongs to
 * @param policy the policy's name and the SHA-256 of its file
 * @param blob the number of the metadata BLOB that the key was judged by
 * @param details one JSON object on one line, as {@code JsonWriter.object(false, …)} writes it
 */
public record Entry(
        EventKind kind,
        Optional<String> batch,
        Optional<KeyIdentity> key,
        Optional<Person> person,
        Optional<PolicyStamp> policy,
        Optional<Long> blob,
        Optional<Outcome> outcome,
        String details) {
    public static final String NO_DETAILS = "{}";

    /** Which policy was applied. */
    public record PolicyStamp(String name, Bytes sha256) {}

    public static Entry of(EventKind kind) {
        return new Entry(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NO_DETAILS);
    }

    public static Entry of(EventKind kind, String batch) {
        return new Entry(
                kind,
                Optional.of(batch),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NO_DETAILS);
    }

    /** The same as another kind of event. */
    public Entry as(EventKind other) {
        return new Entry(other, batch, key, person, policy, blob, outcome, details);
    }

    public Entry about(KeyIdentity which) {
        return new Entry(kind, batch, Optional.of(which), person, policy, blob, outcome, details);
    }

    public Entry with(Person who) {
        return new Entry(kind, batch, key, Optional.of(who), policy, blob, outcome, details);
    }

    public Entry under(String policyName, Bytes sha256) {
        return new Entry(
                kind, batch, key, person, Optional.of(new PolicyStamp(policyName, sha256)), blob, outcome, details);
    }

    public Entry judgedBy(long blobNumber) {
        return new Entry(kind, batch, key, person, policy, Optional.of(blobNumber), outcome, details);
    }

    public Entry ending(Outcome how) {
        return new Entry(kind, batch, key, person, policy, blob, Optional.of(how), details);
    }

    public Entry saying(String json) {
        return new Entry(kind, batch, key, person, policy, blob, outcome, json);
    }
}
