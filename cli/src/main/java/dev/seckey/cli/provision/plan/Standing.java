package dev.seckey.cli.provision.plan;

/**
 * What is known of a key beside what it says of itself.
 *
 * @param done the ledger says that this very policy was carried through on it
 * @param pinKnown its PIN is at hand, and was found right
 * @param begun the ledger says that it was begun and not finished; then a reset takes back only our own work
 * @param wasReset whether this has begun with a reset already
 * @param mayReset whether a key that was begun may be reset to finish it
 * @param proof where its proof stands
 */
public record Standing(
        boolean done, boolean pinKnown, boolean begun, boolean wasReset, boolean mayReset, ProofStanding proof) {
    public enum ProofStanding {
        /** Given, or not asked for. */
        SETTLED,
        /** Not asked for yet; a touch may do. */
        OPEN,
        /** Only with a PIN, which must be known first. */
        WANTS_PIN
    }

    public static final Standing NEW = new Standing(false, false, false, false, false, ProofStanding.OPEN);

    public Standing with(ProofStanding other) {
        return new Standing(done, pinKnown, begun, wasReset, mayReset, other);
    }

    public Standing withPin() {
        return new Standing(done, true, begun, wasReset, mayReset, proof);
    }

    /** A reset leaves nothing of what was. */
    public Standing afterReset() {
        return new Standing(false, false, true, true, mayReset, proof);
    }
}
