package dev.seckey.cli.provision;

import dev.seckey.ctap2.fault.FileFault;
import java.util.ArrayList;
import java.util.List;

/**
 * The moments at which a process can die: before and after each packet to or from a key, and each write. It dies at the
 * one that is planned, and then does nothing any more. Or the disk is full from then on, and the process lives.
 */
class Points {
    /** Not a fault that anybody handles: the process is gone. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death(String where) {
            super(where);
        }
    }

    private final int deadline;
    private final String where;
    private final List<String> passed = new ArrayList<>();
    private boolean dead;

    private Points(int deadline, String where) {
        this.deadline = deadline;
        this.where = where;
    }

    static Points never() {
        return new Points(Integer.MAX_VALUE, "");
    }

    /** @param number of the point at which it dies, from 1 */
    static Points dyingAt(int number) {
        return new Points(number, "");
    }

    /** @param times at which reaching of this point it dies, from 1 */
    static Points dyingAt(String where, int times) {
        return new Points(times, where);
    }

    /** @param number of the write that is the first for which there is no room, from 1 */
    static Points fullDiskAt(int number) {
        return new Points(Integer.MAX_VALUE, "") {
            private int writes;

            @Override
            synchronized void reach(String here) {
                super.reach(here);
                boolean write = here.startsWith("before ") && !here.contains("packet");
                if (write && ++writes >= number) {
                    throw new FileFault("the disk is full at " + here.replace("before ", ""));
                }
            }
        };
    }

    synchronized void reach(String here) {
        requireAlive();
        passed.add(here);
        boolean counts = where.isEmpty() || where.equals(here);
        if (counts
                && passed.stream()
                                .filter(point -> where.isEmpty() || point.equals(where))
                                .count()
                        == deadline) {
            dead = true;
            requireAlive();
        }
    }

    synchronized void requireAlive() {
        if (dead) {
            throw new Death(passed.get(passed.size() - 1));
        }
    }

    synchronized boolean isDead() {
        return dead;
    }

    synchronized int count() {
        return passed.size();
    }

    synchronized String last() {
        return passed.isEmpty() ? "the beginning" : passed.get(passed.size() - 1);
    }
}
