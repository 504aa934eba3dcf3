package dev.seckey.transports;

import dev.seckey.ctap2.fault.Reason;

/** What stands between us and a key on each operating system, in words that an IT desk can act on. */
public final class AccessAdvice {
    private final Os os;

    public AccessAdvice(Os os) {
        this.os = os;
    }

    /** The key is there and this user may not open it. */
    public Obstacle usbDenied(String path) {
        return switch (os) {
            case LINUX ->
                new Obstacle(
                        Reason.ACCESS_DENIED,
                        "this user may not read and write " + path,
                        "install the udev rules for FIDO keys (systemd 244 or newer has them, older systems want the package"
                                + " libu2f-udev) and reinsert the key; over SSH, or without a seat, run as root");
            case WINDOWS ->
                new Obstacle(
                        Reason.ACCESS_DENIED,
                        "Windows lets only administrators talk to FIDO keys over USB",
                        "run this from a terminal opened with \"Run as administrator\", or ask the desktop team for an"
                                + " elevated shortcut to seckey (HID usage page F1D0 is reserved since Windows 10 1903)");
            case MAC ->
                new Obstacle(
                        Reason.ACCESS_DENIED,
                        "macOS did not let this program open the key",
                        "allow your terminal in System Settings, Privacy & Security, Input Monitoring, and start it again;"
                                + " close other programs that use the key");
        };
    }

    /** Linux: the kernel knows the key, but there is no file to open. */
    public Obstacle usbNodeMissing(String path) {
        return new Obstacle(
                Reason.ACCESS_DENIED,
                "the system knows the key, but " + path + " is missing",
                "in a container or a sandbox, pass the device through (--device=" + path + "); else reinsert the key");
    }

    /** Windows shows nothing at all to ordinary users, so that an empty list means little there. */
    public Obstacle usbHidden() {
        return new Obstacle(
                Reason.ACCESS_DENIED,
                "Windows hides FIDO keys on USB from users who are not administrators",
                usbDenied("").todo());
    }

    /** The key was listed and is not there any more. */
    public Obstacle usbGone(String path) {
        return new Obstacle(
                Reason.NO_KEY,
                "there is no key at " + path,
                "insert the key, and see where it is with \"seckey list\"");
    }

    /** The key is there, we may open it, and still it does not open. */
    public Obstacle usbBusy(String path) {
        return new Obstacle(
                Reason.HELD_BY_ANOTHER,
                "the key at " + path + " does not open: another program may hold it",
                "close browsers and other programs that use the key, or reinsert it");
    }

    /** hidapi, or JNA below it, did not load. */
    public Obstacle usbLibrary(Throwable why) {
        return new Obstacle(
                Reason.NO_NATIVE_LIBRARY,
                "the USB library (hidapi) could not be loaded: " + firstLine(why),
                switch (os) {
                    case LINUX -> linuxLibrary(firstLine(why));
                    case WINDOWS ->
                        "install seckey again for this kind of processor, and let no virus scanner block its" + " DLL";
                    case MAC -> "install seckey again for this kind of processor";
                });
    }

    private static String linuxLibrary(String why) {
        if (why.contains("libudev")) {
            return "install libudev.so.1: package libudev1 (Debian, Ubuntu), systemd-libs (Fedora, Red Hat)";
        }
        if (why.contains("musl") || why.contains("ld-linux")) {
            return "hidapi needs glibc 2.33 or newer; on a system with musl (Alpine) install its own package hidapi";
        }
        if (why.contains("GLIBC_")) {
            return "hidapi needs glibc 2.33 or newer: install the system's own libhidapi-hidraw0";
        }
        if (why.contains("failed to map segment") || why.contains("Permission denied")) {
            return "the temporary folder forbids programs: set -Djna.tmpdir to a folder that allows them";
        }
        return "install libudev1 and libhidapi-hidraw0 (Debian, Ubuntu), or hidapi (Fedora, Alpine)";
    }

    /** The PC/SC library did not load. */
    public Obstacle smartcardLibrary(Throwable why) {
        return new Obstacle(
                Reason.NO_NATIVE_LIBRARY,
                "the smart card library could not be loaded: " + firstLine(why),
                switch (os) {
                    case LINUX -> "install libpcsclite1 and pcscd (Debian, Ubuntu), or pcsc-lite (Fedora, Alpine)";
                    case WINDOWS, MAC -> "install seckey again for this kind of processor";
                });
    }

    /** Nobody answers for smart cards. */
    public Obstacle noSmartcardService() {
        return new Obstacle(
                Reason.NO_SMARTCARD_SERVICE,
                "the smart card service does not run",
                switch (os) {
                    case LINUX ->
                        "install and start it: apt install pcscd (Debian, Ubuntu), then"
                                + " systemctl enable --now pcscd.socket";
                    case WINDOWS ->
                        "plug in a reader: Windows runs the service \"Smart Card\" (SCardSvr) only then;"
                                + " if it is disabled, an administrator enables it";
                    case MAC -> "plug in a reader: macOS starts the service only then; else restart the computer";
                });
    }

    /** The smart card service runs and does not want us. */
    public Obstacle smartcardDenied() {
        return new Obstacle(
                Reason.ACCESS_DENIED,
                "the smart card service refused this user",
                switch (os) {
                    case LINUX ->
                        "allow the polkit actions org.debian.pcsc-lite.access_pcsc and access_card for this"
                                + " user, or log in at the machine itself";
                    case WINDOWS -> "run outside of a remote desktop session: it shows the readers of the other end";
                    case MAC -> "allow access to smart cards for this program";
                });
    }

    /** Another program has the reader for itself. */
    public Obstacle readerHeld(String reader) {
        return new Obstacle(
                Reason.HELD_BY_ANOTHER,
                "another program holds reader " + reader,
                switch (os) {
                    case LINUX -> "close it, or wait: often it is scdaemon (gpgconf --kill scdaemon) or a browser";
                    case WINDOWS, MAC -> "close programs that use smart cards, or wait until they are done";
                });
    }

    public Obstacle readerEmpty(String reader) {
        return new Obstacle(
                Reason.NO_KEY, "reader " + reader + ": no card", "lay the key on the reader and leave it there");
    }

    public Obstacle readerGone(String reader) {
        return new Obstacle(
                Reason.NO_KEY,
                "there is no reader " + reader,
                "plug the reader in; \"seckey list\" shows which there are");
    }

    private static String firstLine(Throwable why) {
        String text = String.valueOf(why.getMessage()).strip();
        return text.lines().findFirst().orElse(why.getClass().getSimpleName());
    }
}
