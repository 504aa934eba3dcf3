package dev.seckey.cli.reset;

import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.keys.Keys;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.KeyRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Has the key pulled out and plugged in again, seen from the list of keys alone: nothing is sent to it, since some keys
 * take any command as a reason to refuse the reset.
 */
public final class Replugging {
    private static final long PAUSE_MILLIS = 200;

    private final Keys keys;
    private final KeyOpener opener;
    private final Prompts prompts;
    private final CancelToken cancel;
    private final Supplier<Deadline> patience;
    private final Sleeper sleeper;

    /** @param patience how long each of the two may take */
    public Replugging(
            Keys keys,
            KeyOpener opener,
            Prompts prompts,
            CancelToken cancel,
            Supplier<Deadline> patience,
            Sleeper sleeper) {
        this.keys = keys;
        this.opener = opener;
        this.prompts = prompts;
        this.cancel = cancel;
        this.patience = patience;
        this.sleeper = sleeper;
    }

    /**
     * The key, opened anew; at its other end nothing has happened but that.
     *
     * @param key closed
     */
    public OpenKey again(OpenKey key) {
        Optional<OpenKey> simulated = opener.replugged(key);
        if (simulated.isPresent()) {
            prompts.say("the simulated key was pulled out and plugged in again");
            return simulated.get();
        }
        Transport transport = key.device().transport();
        boolean usb = transport == Transport.USB;
        prompts.say(usb ? "pull the key out now" : "take the key off the reader now");
        List<KeyRef> others = await(
                present -> present.stream().noneMatch(ref -> ref.selector().equals(key.selector())),
                "the key was not taken away in time");
        Set<String> known = others.stream().map(KeyRef::selector).collect(Collectors.toSet());
        prompts.say(usb ? "plug it in again" : "lay it on the reader again, and leave it there");
        List<KeyRef> now = await(
                present -> present.stream().anyMatch(ref -> isNew(ref, known, transport) && ref.openable()),
                "the key did not come back in time");
        List<KeyRef> candidates =
                now.stream().filter(ref -> isNew(ref, known, transport)).toList();
        if (candidates.size() > 1) {
            throw new ChoiceFault(
                    Reason.SEVERAL_KEYS,
                    "several keys were plugged in: which of them is meant cannot be told",
                    "nothing was reset; run it again with one key alone");
        }
        return opener.open(candidates.get(0));
    }

    private static boolean isNew(KeyRef ref, Set<String> known, Transport transport) {
        return ref.transport() == transport && !known.contains(ref.selector());
    }

    private List<KeyRef> await(Predicate<List<KeyRef>> condition, String otherwise) {
        Deadline end = patience.get();
        List<KeyRef> present = keys.list().present();
        while (!condition.test(present)) {
            if (cancel.isCancelled()) {
                throw new TransportFault(Reason.CANCELLED, "cancelled; nothing was reset");
            }
            if (end.isPast()) {
                throw new TransportFault(Reason.TOUCH_TIMEOUT, otherwise, "nothing was reset; run it again");
            }
            sleeper.sleep(PAUSE_MILLIS);
            present = keys.list().present();
        }
        return present;
    }
}
