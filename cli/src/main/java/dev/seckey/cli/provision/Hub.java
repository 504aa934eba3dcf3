package dev.seckey.cli.provision;

import dev.seckey.cli.keys.KeyOpener;
import dev.seckey.cli.keys.Keys;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.transports.KeyRef;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Where the keys of a run are plugged in.
 *
 * @param wanted which of them are meant
 * @param opener opens a key on its own line
 * @param takeAway what takes a key away that has come to its end; a person does that with real ones
 */
public record Hub(Keys keys, Predicate<KeyRef> wanted, LineOpener opener, Consumer<KeyRef> takeAway) {
    /** Makes openers. */
    public interface LineOpener {
        KeyOpener on(Supplier<Exchange> exchanges);
    }
}
