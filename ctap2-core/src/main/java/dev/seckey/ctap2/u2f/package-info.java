/**
 * U2F, which CTAP 2.3 calls CTAP1 (§8, "FIDO U2F Raw Message Formats v1.2"): registering, authenticating and asking for
 * the version, in APDUs rather than CBOR. Each request is a record that knows its answer's type, and both can be written
 * and read, so that client and software authenticator share them. {@link dev.seckey.ctap2.u2f.U2f} adds what only a
 * client needs: asking again until the key is touched.
 */
package dev.seckey.ctap2.u2f;
