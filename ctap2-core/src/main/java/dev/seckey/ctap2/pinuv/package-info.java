/**
 * PIN/UV auth protocols one and two (CTAP 2.3 §6.5.6 and §6.5.7) as pure arithmetic, the same for the platform and for
 * the software authenticator: agree on a shared secret, encrypt and decrypt under it, authenticate and verify with it.
 * The ciphers of what else FIDO2 encrypts, large blobs and members of getInfo, are here too. What must not be left lying
 * about lives in a {@link dev.seckey.ctap2.pinuv.Secret}, which wipes itself.
 */
package dev.seckey.ctap2.pinuv;
