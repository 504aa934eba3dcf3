package dev.seckey.ctap2.server;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.Keepalive;
import java.util.Optional;

/** A request on its way through a card's authenticator: one thread works, another waits for news of it. */
final class CardRequest implements Runnable, Waiting {
    /** The longest that a reader is left without an answer, if the authenticator has nothing to say. */
    private static final long QUIET_MILLIS = 2_000;

    private final Work work;
    private volatile boolean cancelled;
    private Optional<Bytes> answer = Optional.empty();
    private Keepalive state = Keepalive.PROCESSING;
    private boolean heard;

    CardRequest(Work work) {
        this.work = work;
    }

    @Override
    public void run() {
        Bytes done = work.run(this);
        synchronized (this) {
            answer = Optional.of(done);
            notifyAll();
        }
    }

    /** Waits till the request is done. */
    synchronized Bytes await() {
        while (answer.isEmpty()) {
            pause();
        }
        return answer.get();
    }

    /** Waits till the request is done or has sent a keepalive since last time; empty if it is not done. */
    synchronized Optional<Bytes> awaitNews() {
        if (answer.isEmpty() && (!heard || cancelled)) {
            pause();
        }
        heard = false;
        return answer;
    }

    private void pause() {
        try {
            wait(QUIET_MILLIS);
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the card works", e);
        }
    }

    synchronized Keepalive state() {
        return state;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public String cameBy() {
        return "nfc";
    }

    @Override
    public synchronized void keepalive(Keepalive news) {
        state = news;
        heard = true;
        notifyAll();
    }

    @FunctionalInterface
    interface Work {
        Bytes run(Waiting waiting);
    }
}
