package dev.seckey.ctap2.cbor;

import dev.seckey.ctap2.bytes.Bytes;

/** Whole messages. */
final class Samples {
    /** A getInfo response from python-fido2, tests/test_ctap2.py. */
    static final Bytes INFO = Bytes.fromHex("""
            a60182665532465f5632684649444f5f325f3002826375766d6b686d61632d7365637265740350f8a011f38c0a4d1580
            0617111f9edc7d04a462726bf5627570f564706c6174f469636c69656e7450696ef4051904b0068101
            """);

    private Samples() {}
}
