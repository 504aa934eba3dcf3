package dev.seckey.cli.virtual;

import dev.seckey.ctap2.soft.UserPresence;

/** A person who can be told to behave otherwise while the key runs, or to touch once. */
final class SwitchedPresence implements UserPresence {
    private UserPresence usual;
    private boolean touch;

    SwitchedPresence(UserPresence usual) {
        this.usual = usual;
    }

    synchronized void become(UserPresence other) {
        usual = other;
        touch = false;
    }

    /** Touches once: what waits now, or else what waits next. */
    synchronized void touch() {
        touch = true;
    }

    @Override
    public synchronized void poweredUp() {
        usual.poweredUp();
    }

    @Override
    public synchronized boolean isAsked() {
        return usual.isAsked();
    }

    @Override
    public Answer answer(long waitedMillis) {
        UserPresence asked;
        synchronized (this) {
            if (touch) {
                touch = false;
                return Answer.TOUCHED;
            }
            asked = usual;
        }
        return asked.answer(waitedMillis);
    }
}
