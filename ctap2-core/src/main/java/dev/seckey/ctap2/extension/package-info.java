/**
 * The extensions of CTAP 2.3 §12: what goes into makeCredential and getAssertion for each, and what comes out. The members
 * are {@link dev.seckey.ctap2.cbor.Field} constants, used by the client and the software authenticator alike;
 * {@link dev.seckey.ctap2.extension.HmacSecret} is the one that needs arithmetic.
 */
package dev.seckey.ctap2.extension;
