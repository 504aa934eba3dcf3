package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.transport.Ticker;

/**
 * A card without a button: to lay it on the reader is the touch. It counts for one request, within two minutes; after
 * that the card must be taken away and laid down again (CTAP 2.3 §5, evidence of user interaction).
 */
public final class TapPresence implements UserPresence {
    private static final long LIMIT_NANOS = 120_000_000_000L;

    private final Ticker ticker;
    private boolean tapped;
    private long since;

    public TapPresence(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public synchronized void poweredUp() {
        tapped = true;
        since = ticker.nanos();
    }

    @Override
    public synchronized Answer answer(long waitedMillis) {
        boolean counts = tapped && ticker.nanos() - since <= LIMIT_NANOS;
        tapped = false;
        return counts ? Answer.TOUCHED : Answer.NOT_YET;
    }
}
