package dev.seckey.cli.diagnose.catalogue;

import static dev.seckey.cli.diagnose.catalogue.Severity.CANNOT_TELL;
import static dev.seckey.cli.diagnose.catalogue.Severity.NOTE;
import static dev.seckey.cli.diagnose.catalogue.Severity.OK;
import static dev.seckey.cli.diagnose.catalogue.Severity.STOPS_WORK;
import static dev.seckey.cli.diagnose.catalogue.Severity.WARNING;

/** What can be found about this computer and this program. */
public enum RunEntry implements Entry {
    JAVA(1, OK, "the Java that runs this program", "It is new enough.", ""),
    LIBRARY(2, OK, "the library for USB devices", "Which copy of it is used.", ""),
    SYSTEM_LIBRARY(
            3,
            NOTE,
            "the system's own library for USB devices is used",
            "A copy of the library (hidapi) that is installed on this computer goes before the one that comes with seckey.",
            "Nothing, as long as keys on USB work."),
    NO_LIBRARY(
            4,
            STOPS_WORK,
            "the library for USB devices could not be loaded",
            "Without it this program cannot talk to keys on USB. Keys on a reader do not need it.",
            "Do what stands below, and run this again."),
    NO_TERMINAL(
            5,
            NOTE,
            "nobody can be asked for a PIN here",
            "This program does not run in a window into which a person could type. Commands that need a PIN want it from a"
                    + " file or a pipe then.",
            "Nothing, for a script: --pin-file or --pin-stdin. Otherwise run it in a terminal."),
    TERMINAL(6, OK, "a terminal, in which a PIN can be typed", "Commands can ask for a PIN.", ""),
    CLOCK_BEHIND(
            7,
            STOPS_WORK,
            "the computer's clock is wrong: it is behind",
            "The clock shows a day before this version of seckey was made. Secure connections and certificates are checked"
                    + " against the clock, and signing in fails while it is wrong.",
            "Let the computer set its date and time by itself, as below, or set them by hand."),
    CLOCK(8, OK, "the computer's clock", "It shows a day that can be right.", ""),
    METADATA(9, OK, "the list of certified keys", "It is recent enough.", ""),
    METADATA_STALE(
            10,
            WARNING,
            "the list of certified keys is due for renewal",
            "The list on this computer should have been replaced by a newer one. Newer models and newer warnings are not in"
                    + " it.",
            "Bring it up to date as below."),
    METADATA_OLD(
            11,
            WARNING,
            "the list of certified keys is too old to judge by",
            "The list on this computer is older than the rules in force allow. \"seckey verify\" answers \"cannot tell\" by"
                    + " it.",
            "Bring it up to date as below."),
    METADATA_DAMAGED(
            12,
            WARNING,
            "the list of certified keys cannot be read",
            "The list was damaged, or this user may not read it. No key can be judged by it.",
            "Fetch it again as below."),
    POLICY(13, OK, "the policy files", "They can be read.", ""),
    POLICY_BROKEN(
            14,
            WARNING,
            "a policy file cannot be used",
            "Rules for keys stand in small files. This one has a mistake in it, and commands that use it stop with an error.",
            "Mend the file at the place that is named above."),
    HUNG(
            15,
            CANNOT_TELL,
            "a check did not end in time",
            "Something that was asked did not answer: a device, a service of the system, or the network. What it would have"
                    + " shown is not known.",
            "If it was a key or a reader, pull it out and plug it in again. Then run this again, with more time if need be:"
                    + " --timeout 60."),
    BROKE(
            16,
            CANNOT_TELL,
            "a check broke",
            "The check itself has met something that it was not made for. What it would have shown is not known.",
            "Send support the file that \"seckey diagnose --bundle\" writes."),
    OLD_SYSTEM(
            17,
            WARNING,
            "this kind of computer is not one of those that seckey comes with parts for",
            "The parts of seckey that talk to USB exist for the usual kinds of processor. This is another one.",
            "Install the system's own library (hidapi), or use a key on a reader.");

    private final Wording wording;

    RunEntry(int number, Severity severity, String title, String meaning, String advice) {
        this.wording = Wording.of("RUN", number, severity, title, meaning, advice);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
