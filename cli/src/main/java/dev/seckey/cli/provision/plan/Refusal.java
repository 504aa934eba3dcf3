package dev.seckey.cli.provision.plan;

import java.util.Locale;
import java.util.Optional;

/**
 * Why a key is left as it is.
 *
 * @param why for the person who holds it
 * @param advice what to do about it
 */
public record Refusal(Kind kind, String why, Optional<String> advice) implements Planned {
    public enum Kind {
        /** The model, its level, or its proof. */
        NOT_ACCEPTABLE,
        CANNOT_TELL,
        /** It has a PIN or fingerprints, and nobody here knows them. */
        USED,
        /** It lacks what the policy asks for. */
        CANNOT_MEET,
        /** Its configuration wants a lock code. */
        LOCKED,
        /** Only a reset, or the key of the hand-over, can finish what was begun. */
        STUCK,
        /** It cannot be told from others, where it must be. */
        NOT_RECOGNISABLE,
        /** This user's key is another, or this key another user's. */
        TAKEN;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Refusal of(Kind kind, String why) {
        return new Refusal(kind, why, Optional.empty());
    }

    static Refusal of(Kind kind, String why, String advice) {
        return new Refusal(kind, why, Optional.of(advice));
    }
}
