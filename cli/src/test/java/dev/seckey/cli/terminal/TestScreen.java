package dev.seckey.cli.terminal;

/** A terminal of this width that shows both streams. */
public record TestScreen(int columns) implements Screen {
    @Override
    public boolean showsOut() {
        return true;
    }

    @Override
    public boolean showsErr() {
        return true;
    }
}
