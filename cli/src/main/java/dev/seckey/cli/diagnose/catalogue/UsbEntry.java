package dev.seckey.cli.diagnose.catalogue;

import static dev.seckey.cli.diagnose.catalogue.Severity.NOTE;
import static dev.seckey.cli.diagnose.catalogue.Severity.OK;
import static dev.seckey.cli.diagnose.catalogue.Severity.STOPS_WORK;

/** What can be found about keys on USB. */
public enum UsbEntry implements Entry {
    OPENS(1, OK, "a key on USB, which may be opened", "The system lets this user talk to the key.", ""),
    NO_DEVICE(
            2,
            NOTE,
            "no security key is seen on USB",
            "The computer does not see a security key at any of its USB ports.",
            "Plug the key in until it clicks, straight into the computer and not into a hub or a monitor. Try another"
                    + " port. If nothing changes, try the key on another computer."),
    NO_RULE(
            3,
            STOPS_WORK,
            "this user may not open the key: the rule for security keys is missing",
            "Linux keeps USB devices for the administrator until a rule of its device manager, udev, hands them to the"
                    + " person at the screen. No such rule for security keys was found here.",
            "An administrator adds the rule with the commands below. Then pull the key out and plug it in again."),
    RULE_NOT_APPLIED(
            4,
            STOPS_WORK,
            "this user may not open the key: the rule is there and was not used on it",
            "The rule for security keys is installed, but the device manager, udev, has not used it on this key. The key"
                    + " was perhaps plugged in before the rule was installed.",
            "Pull the key out and plug it in again. If that does not help, an administrator runs the commands below."),
    OVER_SSH(
            5,
            STOPS_WORK,
            "this user may not open the key: logged in from a distance",
            "Linux lets the person who sits at the computer use the key. A login from a distance (over SSH, the secure"
                    + " shell) does not count as sitting there.",
            "Run this at the computer itself, or with the administrator's rights as below."),
    NO_SEAT(
            6,
            STOPS_WORK,
            "this user may not open the key: not the person at the screen",
            "Linux lets the person whose session is on the screen use the key. This program does not belong to that"
                    + " session: it runs in the background, as another user, or somebody else is logged in at the screen.",
            "Log in at the screen and run this from there, or with the administrator's rights as below."),
    NOT_ALLOWED(
            7,
            STOPS_WORK,
            "this user may not open the key",
            "The rule for security keys was used on this key, and still the system does not let this user open it.",
            "Log out and in again, and pull the key out and plug it in again. If that does not help, send support what"
                    + " stands above."),
    CONTAINER(
            8,
            STOPS_WORK,
            "the key is there and not inside this container",
            "This program runs in a container, which sees only the devices that were handed to it when it was started."
                    + " The key was not.",
            "Start the container with the key handed to it, as below, or run this outside of the container."),
    NODE_MISSING(
            9,
            STOPS_WORK,
            "the system knows the key, but there is no file to open it by",
            "The kernel sees the key, and the file through which programs talk to it was not made.",
            "Pull the key out and plug it in again. If that does not help, restart the computer."),
    FLATPAK(
            10,
            STOPS_WORK,
            "the Flatpak sandbox keeps the key away",
            "This program runs as a Flatpak, an application in a sandbox, which may not use devices unless that is"
                    + " allowed.",
            "Allow it with the command below and start the program again."),
    SNAP(
            11,
            STOPS_WORK,
            "the Snap sandbox keeps the key away",
            "This program runs as a Snap, an application in a sandbox, which may use security keys only when its plug"
                    + " for them is connected.",
            "Connect it with the command below and start the program again."),
    HELD(
            12,
            NOTE,
            "other programs have the key open",
            "On Linux several programs may use a key at the same time, and take turns. A program that waits for a touch"
                    + " keeps the others waiting.",
            "If the key seems stuck, close the programs that are named above."),
    FIDO_OFF(
            13,
            STOPS_WORK,
            "a YubiKey is plugged in, and its FIDO side is switched off over USB",
            "A YubiKey has several applications, which can be switched on and off. FIDO, which signs in, is off on this"
                    + " one over USB; others are on.",
            "Switch it on, with the command below on a reader for smart cards or with the maker's own program, YubiKey"
                    + " Manager."),
    SEVERAL(
            14,
            NOTE,
            "several security keys are plugged in",
            "With several keys plugged in it is easy to look at one and touch another.",
            "Leave only the key in question plugged in, or let \"seckey select\" tell them apart by a touch."),
    NO_HIDRAW(
            15,
            NOTE,
            "this system does not show which USB devices there are",
            "The kernel's list of devices (/sys/class/hidraw) is missing: it was built without it, or a sandbox hides it.",
            "Run this outside of the sandbox or container."),
    WSL(
            16,
            STOPS_WORK,
            "Linux inside Windows sees no USB devices",
            "This is Linux inside Windows (the Windows Subsystem for Linux), which does not see the computer's USB ports.",
            "Run seckey for Windows, from a terminal that was opened as administrator."),
    NOT_ELEVATED(
            17,
            STOPS_WORK,
            "Windows shows USB security keys only to administrators",
            "Since 2019 Windows keeps security keys on USB from all programs that do not run with an administrator's"
                    + " rights. Signing in by a browser works all the same, since it asks Windows.",
            "Open a terminal by right click, \"Run as administrator\", and run this again; or ask the desktop team for an"
                    + " elevated shortcut to seckey."),
    INPUT_MONITORING(
            18,
            STOPS_WORK,
            "macOS does not let this program open the key",
            "Before a program may talk to a USB key, macOS asks for a permission called Input Monitoring. The terminal"
                    + " that seckey runs in does not have it, or another program has the key for itself.",
            "Open System Settings, Privacy & Security, Input Monitoring, switch the terminal on, and start it again."),
    ELEVATED(19, OK, "Windows: this program has an administrator's rights", "Security keys on USB are visible.", ""),
    BUSY(
            20,
            STOPS_WORK,
            "the key does not open, though this user may open it",
            "Another program may have the key for itself, or the system forbids it in a way that cannot be seen from here.",
            "Close browsers and other programs that use the key, pull it out and plug it in again.");

    private final Wording wording;

    UsbEntry(int number, Severity severity, String title, String meaning, String advice) {
        this.wording = Wording.of("USB", number, severity, title, meaning, advice);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
