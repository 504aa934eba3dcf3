package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.cbor.CborMap;

/** A part of the key that outlives the loss of power, and so stands in a state file. */
interface Kept {
    CborMap save();

    /** Takes up what {@link #save} gave. */
    void restore(CborMap saved);
}
