package dev.seckey.ctap2.fault;

import java.util.Arrays;

/** The status byte of a CTAP2 response (CTAP 2.3 §8.2), in words. */
public enum CtapStatus {
    OK(0x00, Reason.KEY_REFUSED, "success"),
    INVALID_COMMAND(0x01, Reason.UNSUPPORTED, "the key does not know this command"),
    INVALID_PARAMETER(0x02, Reason.KEY_REFUSED, "the key refused a parameter"),
    INVALID_LENGTH(0x03, Reason.KEY_REFUSED, "the key refused the length of the message"),
    INVALID_SEQ(0x04, Reason.TRANSPORT_BROKEN, "packets reached the key out of order"),
    TIMEOUT(0x05, Reason.NO_ANSWER, "the key gave up waiting for the rest of the message"),
    CHANNEL_BUSY(0x06, Reason.KEY_BUSY, "the key is busy with another program"),
    LOCK_REQUIRED(0x0A, Reason.KEY_BUSY, "the key wants its channel locked first"),
    INVALID_CHANNEL(0x0B, Reason.TRANSPORT_BROKEN, "the key does not know this channel"),
    CBOR_UNEXPECTED_TYPE(0x11, Reason.KEY_REFUSED, "the key found a value of another type than it expects"),
    INVALID_CBOR(0x12, Reason.KEY_REFUSED, "the key could not read the message"),
    MISSING_PARAMETER(0x14, Reason.KEY_REFUSED, "the key misses a parameter"),
    LIMIT_EXCEEDED(0x15, Reason.KEY_REFUSED, "a limit of the key is exceeded"),
    FP_DATABASE_FULL(0x17, Reason.KEY_REFUSED, "the key has no room for another fingerprint"),
    LARGE_BLOB_STORAGE_FULL(0x18, Reason.KEY_REFUSED, "the key has no room for this blob"),
    CREDENTIAL_EXCLUDED(0x19, Reason.KEY_REFUSED, "the key holds a credential from the exclude list already"),
    PROCESSING(0x21, Reason.KEY_BUSY, "the key is still at work"),
    INVALID_CREDENTIAL(0x22, Reason.KEY_REFUSED, "the credential does not belong to this key"),
    USER_ACTION_PENDING(0x23, Reason.KEY_BUSY, "the key waits for its user"),
    OPERATION_PENDING(0x24, Reason.KEY_BUSY, "the key has an operation open"),
    NO_OPERATIONS(0x25, Reason.KEY_REFUSED, "the key has no operation open"),
    UNSUPPORTED_ALGORITHM(0x26, Reason.UNSUPPORTED, "the key knows none of the algorithms asked for"),
    OPERATION_DENIED(0x27, Reason.DENIED, "nobody touched the key in time, or the operation was refused"),
    KEY_STORE_FULL(0x28, Reason.KEY_REFUSED, "the key has no room for another credential"),
    UNSUPPORTED_OPTION(0x2B, Reason.UNSUPPORTED, "the key does not have an option that was asked for"),
    INVALID_OPTION(0x2C, Reason.KEY_REFUSED, "an option is not allowed here"),
    KEEPALIVE_CANCEL(0x2D, Reason.CANCELLED, "cancelled"),
    NO_CREDENTIALS(0x2E, Reason.KEY_REFUSED, "the key holds no credential for this"),
    USER_ACTION_TIMEOUT(0x2F, Reason.TOUCH_TIMEOUT, "nobody touched the key in time"),
    NOT_ALLOWED(0x30, Reason.KEY_REFUSED, "the key does not allow this now"),
    PIN_INVALID(0x31, Reason.PIN_INVALID, "wrong PIN"),
    PIN_BLOCKED(0x32, Reason.PIN_BLOCKED, "the PIN is blocked: no tries are left"),
    PIN_AUTH_INVALID(0x33, Reason.KEY_REFUSED, "the key did not accept the PIN token"),
    PIN_AUTH_BLOCKED(
            0x34, Reason.PIN_LOCKED_UNTIL_POWER_CYCLE, "too many wrong PINs in a row: locked until it is reinserted"),
    PIN_NOT_SET(0x35, Reason.PIN_NOT_SET, "the key has no PIN"),
    PUAT_REQUIRED(0x36, Reason.PIN_REQUIRED, "the key wants its PIN"),
    PIN_POLICY_VIOLATION(0x37, Reason.PIN_POLICY_VIOLATION, "the key's rules do not allow this PIN"),
    REQUEST_TOO_LARGE(0x39, Reason.KEY_REFUSED, "the message is too large for the key"),
    ACTION_TIMEOUT(0x3A, Reason.TOUCH_TIMEOUT, "the time for this action has run out"),
    UP_REQUIRED(0x3B, Reason.KEY_REFUSED, "the key wants a touch for this"),
    UV_BLOCKED(0x3C, Reason.UV_BLOCKED, "the fingerprint is blocked after too many failures"),
    INTEGRITY_FAILURE(0x3D, Reason.KEY_REFUSED, "the data failed its integrity check"),
    INVALID_SUBCOMMAND(0x3E, Reason.UNSUPPORTED, "the key does not know this subcommand"),
    UV_INVALID(0x3F, Reason.UV_INVALID, "the fingerprint did not match"),
    UNAUTHORIZED_PERMISSION(0x40, Reason.KEY_REFUSED, "the key does not grant this permission"),
    OTHER(0x7F, Reason.KEY_REFUSED, "the key reports an error without saying which"),
    /** Any of 0xE0 to 0xEF. */
    EXTENSION_SPECIFIC(0xE0, Reason.KEY_REFUSED, "the key reports an error of one of its extensions"),
    /** Any of 0xF0 to 0xFF. */
    VENDOR_SPECIFIC(0xF0, Reason.KEY_REFUSED, "the key reports an error that only its maker knows"),
    /** Any number that stands nowhere in the specification. */
    UNASSIGNED(-1, Reason.KEY_REFUSED, "the key reports an error that the specification does not know");

    private static final CtapStatus[] BY_NUMBER = new CtapStatus[256];

    static {
        Arrays.fill(BY_NUMBER, UNASSIGNED);
        Arrays.fill(BY_NUMBER, 0xE0, 0xF0, EXTENSION_SPECIFIC);
        Arrays.fill(BY_NUMBER, 0xF0, 0x100, VENDOR_SPECIFIC);
        for (CtapStatus status : values()) {
            if (status.number >= 0 && status.number < 0xE0) {
                BY_NUMBER[status.number] = status;
            }
        }
    }

    private final int number;
    private final Reason reason;
    private final String meaning;

    CtapStatus(int number, Reason reason, String meaning) {
        this.number = number;
        this.reason = reason;
        this.meaning = meaning;
    }

    /** @param number a status byte, 0 to 255 */
    public static CtapStatus of(int number) {
        return BY_NUMBER[number & 0xff];
    }

    public int number() {
        return number;
    }

    public Reason reason() {
        return reason;
    }

    /** One clause in lower case, for a person. */
    public String meaning() {
        return meaning;
    }
}
