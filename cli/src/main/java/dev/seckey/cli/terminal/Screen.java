package dev.seckey.cli.terminal;

/** Where what is printed is seen: by a person at a terminal, or by a file or another program. */
public interface Screen {
    /** Nobody sees anything. */
    Screen NONE = new Screen() {
        @Override
        public boolean showsOut() {
            return false;
        }

        @Override
        public boolean showsErr() {
            return false;
        }

        @Override
        public int columns() {
            return UNKNOWN_COLUMNS;
        }
    };

    /** @param rows how high it is, in lines */
    record Size(int columns, int rows) {
        /** Where nobody knows: hardly any window is smaller. */
        public static final Size USUAL = new Size(80, 24);
    }

    /** Where nobody knows how wide it is, as wide as help is at most. */
    int UNKNOWN_COLUMNS = 100;

    /** Whether stdout goes to a terminal. */
    boolean showsOut();

    /** Whether stderr goes to a terminal. */
    boolean showsErr();

    /** Whether stdout goes to another program, which may have seen enough and leave. */
    default boolean pipesOut() {
        return false;
    }

    int columns();

    /** As it is now: a window changes its size. */
    default Size size() {
        return new Size(columns(), Size.USUAL.rows());
    }
}
