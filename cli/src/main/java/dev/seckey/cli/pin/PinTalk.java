package dev.seckey.cli.pin;

import dev.seckey.cli.terminal.PinSource;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.session.UserVerification;
import java.util.Optional;

/** Asks the person for finger or PIN, and says beforehand how many wrong PINs the key still forgives. */
public final class PinTalk implements UserVerification.Person {
    private static final int FEW = 3;

    private final Prompts prompts;
    private final PinSource source;
    private final PinSource.Choice choice;

    public PinTalk(Prompts prompts, PinSource source, PinSource.Choice choice) {
        this.prompts = prompts;
        this.source = source;
        this.choice = choice;
    }

    @Override
    public boolean hasGivenPin() {
        return choice.isGiven();
    }

    @Override
    public void verifyAtKey() {
        prompts.say("put your finger on the key's sensor");
    }

    @Override
    public void failedAtKey(Fault why) {
        prompts.say("seckey: " + why.getMessage());
    }

    /** Warns where the tries run out. */
    @Override
    public Optional<Pin> pin(PinRetries left) {
        if (left.left() <= FEW) {
            sayTries(left);
        }
        return read();
    }

    /** Tells of the tries in any case, for commands that are about the PIN and can do nothing without. */
    public Pin requirePin(PinRetries left) {
        sayTries(left);
        return read().orElseThrow(() -> new PinFault(Reason.PIN_REQUIRED, "no PIN was given"));
    }

    private Optional<Pin> read() {
        return source.read(choice, "PIN of the key, typed by its owner");
    }

    private void sayTries(PinRetries retries) {
        if (retries.left() > FEW) {
            prompts.say(retries.left() + " tries of the PIN are left");
        } else if (retries.left() > 1) {
            prompts.say("warning: only " + retries.left()
                    + " tries of the PIN are left; after them only a reset helps, which deletes everything");
        } else {
            prompts.say("warning: this is the last try of the PIN; a wrong one blocks the key until it is reset");
        }
    }
}
