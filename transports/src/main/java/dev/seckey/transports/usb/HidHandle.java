package dev.seckey.transports.usb;

/** An open device as hidapi sees it: numbers instead of faults, and no protection against use from two threads. */
interface HidHandle {
    /**
     * @param packet 64 bytes
     * @return bytes written, one more than the packet has for the report number; -1 if the device is gone
     */
    int write(byte[] packet);

    /**
     * @param timeoutMillis milliseconds
     * @return bytes read; 0 if none came in time; -1 if the device is gone
     */
    int read(byte[] into, int timeoutMillis);

    void close();
}
