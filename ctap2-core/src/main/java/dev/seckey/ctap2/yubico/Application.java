package dev.seckey.ctap2.yubico;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a YubiKey can do; each can be enabled and disabled, over USB and NFC apart. */
public enum Application {
    OTP(0x0001, 0, "Yubico OTP"),
    U2F(0x0002, 0, "FIDO U2F"),
    OPENPGP(0x0008, 0x04, "OpenPGP"),
    PIV(0x0010, 0x02, "PIV"),
    OATH(0x0020, 0x08, "OATH"),
    HSMAUTH(0x0100, 0x10, "YubiHSM Auth"),
    FIDO2(0x0200, 0x01, "FIDO2");

    private final int bit;
    private final int fipsBit;
    private final String title;

    Application(int bit, int fipsBit, String title) {
        this.bit = bit;
        this.fipsBit = fipsBit;
        this.title = title;
    }

    /** Those whose bits are set; bits that are not known here are passed over. */
    public static Set<Application> of(int bits) {
        Set<Application> set = EnumSet.noneOf(Application.class);
        for (Application application : values()) {
            if ((bits & application.bit) != 0) {
                set.add(application);
            }
        }
        return set;
    }

    /** The same for the FIPS members, which count their bits differently. */
    static Set<Application> ofFips(int bits) {
        Set<Application> set = EnumSet.noneOf(Application.class);
        for (Application application : values()) {
            if ((bits & application.fipsBit) != 0) {
                set.add(application);
            }
        }
        return set;
    }

    public static int bits(Set<Application> applications) {
        return applications.stream().mapToInt(application -> application.bit).sum();
    }

    /** By its {@link #id}, in any case. */
    public static Optional<Application> named(String id) {
        for (Application application : values()) {
            if (application.id().equals(id.toLowerCase(Locale.ROOT))) {
                return Optional.of(application);
            }
        }
        return Optional.empty();
    }

    /** One lower-case word, for command lines and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Yubico calls it. */
    public String title() {
        return title;
    }

    /** All their titles, or "none". */
    public static String titles(Set<Application> applications) {
        return applications.isEmpty()
                ? "none"
                : applications.stream().sorted().map(Application::title).collect(Collectors.joining(", "));
    }
}
