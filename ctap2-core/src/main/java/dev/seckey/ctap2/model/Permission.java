package dev.seckey.ctap2.model;

import java.util.Set;

/** What a PIN/UV auth token may be used for (CTAP 2.3 §6.5.5.7). */
public enum Permission {
    MAKE_CREDENTIAL(0x01),
    GET_ASSERTION(0x02),
    CREDENTIAL_MANAGEMENT(0x04),
    BIO_ENROLLMENT(0x08),
    LARGE_BLOB_WRITE(0x10),
    AUTHENTICATOR_CONFIGURATION(0x20),
    /** Persistent, read-only credential management; asked for alone. */
    PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY(0x40);

    private final int bit;

    Permission(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    public static int bits(Set<Permission> permissions) {
        return permissions.stream().mapToInt(Permission::bit).sum();
    }
}
