package dev.seckey.ctap2.command;

import dev.seckey.ctap2.bytes.Numbered;
import java.util.Optional;

/** The first byte of a CTAP2 request (CTAP 2.3 §6). */
public enum CommandCode implements Numbered {
    MAKE_CREDENTIAL(0x01, "authenticatorMakeCredential"),
    GET_ASSERTION(0x02, "authenticatorGetAssertion"),
    GET_INFO(0x04, "authenticatorGetInfo"),
    CLIENT_PIN(0x06, "authenticatorClientPIN"),
    RESET(0x07, "authenticatorReset"),
    GET_NEXT_ASSERTION(0x08, "authenticatorGetNextAssertion"),
    BIO_ENROLLMENT(0x09, "authenticatorBioEnrollment"),
    CREDENTIAL_MANAGEMENT(0x0A, "authenticatorCredentialManagement"),
    SELECTION(0x0B, "authenticatorSelection"),
    LARGE_BLOBS(0x0C, "authenticatorLargeBlobs"),
    CONFIG(0x0D, "authenticatorConfig"),
    BIO_ENROLLMENT_PREVIEW(0x40, "authenticatorBioEnrollment (preview)"),
    CREDENTIAL_MANAGEMENT_PREVIEW(0x41, "authenticatorCredentialManagement (preview)");

    private final int number;
    private final String title;

    CommandCode(int number, String title) {
        this.number = number;
        this.title = title;
    }

    public static Optional<CommandCode> of(int number) {
        return Numbered.find(values(), number);
    }

    @Override
    public int number() {
        return number;
    }

    public String title() {
        return title;
    }
}
