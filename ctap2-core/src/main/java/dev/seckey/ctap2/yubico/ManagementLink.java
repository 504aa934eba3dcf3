package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.bytes.Bytes;

/** A way to a YubiKey's management: a page of device information up, a configuration down. */
public interface ManagementLink {
    /**
     * @param page from 0
     * @return the page as it came, its length in front
     */
    Bytes read(int page);

    /** @param config members, their length in front; may hold a lock code, so it is not traced */
    void write(Bytes config);
}
