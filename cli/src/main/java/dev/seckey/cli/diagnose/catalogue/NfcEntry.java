package dev.seckey.cli.diagnose.catalogue;

import static dev.seckey.cli.diagnose.catalogue.Severity.NOTE;
import static dev.seckey.cli.diagnose.catalogue.Severity.OK;
import static dev.seckey.cli.diagnose.catalogue.Severity.STOPS_WORK;
import static dev.seckey.cli.diagnose.catalogue.Severity.WARNING;

/** What can be found about readers for smart cards, contactless or not. */
public enum NfcEntry implements Entry {
    READERS(1, OK, "readers for smart cards are seen", "The smart card service runs and sees them.", ""),
    NO_SERVICE(
            2,
            WARNING,
            "the smart card service does not run",
            "Readers, and keys that are laid on them, are reached through a service of the system. It is not there or was"
                    + " stopped. Keys that are plugged into USB do not need it.",
            "If keys are to be laid on a reader, start the service as below. On Windows and macOS it starts when a reader"
                    + " is plugged in."),
    NO_READER(
            3,
            NOTE,
            "no reader for smart cards is seen",
            "The smart card service runs and sees no reader. Keys on USB do not need one.",
            "If there is a reader: pull it out, plug it in again, and look whether it lights up."),
    EMPTY(
            4,
            NOTE,
            "a reader with nothing on it",
            "The reader works, and no card or key lies on it, or it lies where the reader does not see it.",
            "Lay the key flat on the middle of the reader and leave it there. Take other cards off first."),
    NO_DRIVER(
            5,
            WARNING,
            "a reader is plugged in, and the smart card service does not see it",
            "A reader for smart cards is among the USB devices, but the service has no driver for it.",
            "An administrator installs the driver as below. Then pull the reader out and plug it in again."),
    KERNEL_DRIVER(
            6,
            WARNING,
            "the kernel holds the reader for itself",
            "A driver in the Linux kernel, made for other uses of the reader, has taken it. The smart card service cannot"
                    + " have it meanwhile.",
            "An administrator takes the driver away as below. Then pull the reader out and plug it in again."),
    HELD(
            7,
            STOPS_WORK,
            "another program holds the reader",
            "The card on the reader is in use by another program, which does not let others in until it is done.",
            "Close the programs that are named above, or end them with the commands below, and try again."),
    HOLDERS(
            8,
            NOTE,
            "programs that like to hold readers are running",
            "These programs use smart cards by themselves, and sometimes keep a reader for longer than they need it.",
            "Nothing, as long as the key works. If the reader is in use, end them with the commands below."),
    NO_FIDO(
            9,
            NOTE,
            "a card that is not a security key",
            "The card answers, and there is no FIDO on it: it is another kind of card, such as a staff smartcard, or a"
                    + " security key with FIDO switched off over NFC.",
            "Take the card off, and lay the security key on the reader."),
    NO_EXTENDED(
            10,
            NOTE,
            "reader or key takes short commands only",
            "Long commands have to go to this key in pieces. seckey does so. Some other programs do not, and then fail with"
                    + " this reader.",
            "If another program fails with this reader, try another reader, or the key on USB."),
    EXTENDED(11, OK, "reader and key take long commands in one piece", "Every program can use this reader.", ""),
    DENIED(
            12,
            STOPS_WORK,
            "the smart card service refuses this user",
            "The service runs, and its rules do not let this user in. On Linux that is usual for logins from a distance.",
            "Run this at the computer itself, or with the administrator's rights as below."),
    REMOTE_DESKTOP(
            13,
            NOTE,
            "in a remote desktop, the readers are those of the other end",
            "In a remote desktop session Windows shows the readers of the computer in front of the person, and not those of"
                    + " the computer that runs this program.",
            "Plug the reader into the computer in front of you."),
    UNREADABLE(
            14,
            STOPS_WORK,
            "something lies on the reader and cannot be understood",
            "The reader sees a card or key that does not answer in a way that it understands.",
            "Lay it down again, flat and in the middle, and take every other card off the reader."),
    NO_LIBRARY(
            15,
            WARNING,
            "the library for smart cards is missing",
            "The part of the system by which programs reach the smart card service could not be loaded. Keys on USB do not"
                    + " need it.",
            "If keys are to be laid on a reader, install it as below.");

    private final Wording wording;

    NfcEntry(int number, Severity severity, String title, String meaning, String advice) {
        this.wording = Wording.of("NFC", number, severity, title, meaning, advice);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
