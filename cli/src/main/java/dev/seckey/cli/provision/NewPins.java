package dev.seckey.cli.provision;

import dev.seckey.cli.pin.PinGenerator;
import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.cli.users.Person;
import dev.seckey.cli.users.UsersFile;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.pinuv.Pin;
import java.security.SecureRandom;
import java.util.Optional;

/** The PIN that a key gets: made here, or brought by the users' file. */
public final class NewPins {
    private final ProvisionRules rules;
    private final Optional<UsersFile> users;
    private final SecureRandom random;

    public NewPins(ProvisionRules rules, Optional<UsersFile> users, SecureRandom random) {
        this.rules = rules;
        this.users = users;
        this.random = random;
    }

    /**
     * The caller closes it.
     *
     * @throws PinFault if the one that the users' file brings is none that this key may get
     */
    Pin next(KeyState key, Optional<Person> person) {
        int least = Math.max(key.minPinLength(), rules.minPinLength().orElse(0));
        if (rules.pin() == ProvisionRules.Pin.RANDOM) {
            int length = Math.min(Math.max(rules.pinLength(), least), key.maxPinLength());
            return new PinGenerator(random, rules.pinAlphabet(), length).generate();
        }
        Pin pin = person.flatMap(who -> users.flatMap(file -> file.pinOf(who))).orElseThrow();
        if (pin.codePoints() < least || pin.codePoints() > key.maxPinLength() || pin.byteLength() > Pin.MAX_BYTES) {
            pin.close();
            throw new PinFault(
                    Reason.PIN_POLICY_VIOLATION,
                    "the PIN of " + person.orElseThrow().name() + " in the users' file does not fit: " + least + " to "
                            + key.maxPinLength() + " characters are wanted",
                    "mend row " + person.orElseThrow().row() + " of the users' file; the key was left as it was");
        }
        return pin;
    }
}
