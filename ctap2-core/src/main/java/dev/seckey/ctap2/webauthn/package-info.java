/**
 * Does this attestation hold, and what does it prove? {@link dev.seckey.ctap2.webauthn.ClientData} is what a key is
 * asked to sign. {@link dev.seckey.ctap2.webauthn.AttestationVerifier} (and
 * {@link dev.seckey.ctap2.webauthn.U2fAttestation} for keys asked in U2F) looks at what comes back and says what it
 * found: an {@link dev.seckey.ctap2.webauthn.Attestation}, without any decision on whom to trust.
 * {@link dev.seckey.ctap2.webauthn.TrustPath} then finds the way from its certificates to the roots of a model. Whether
 * that is enough is for others to judge. Signatures are verified by the JDK, from public keys that are checked on the
 * way in.
 */
package dev.seckey.ctap2.webauthn;
