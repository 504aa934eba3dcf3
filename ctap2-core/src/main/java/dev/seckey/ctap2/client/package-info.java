/**
 * What a browser does between a relying party and a key (WebAuthn Level 3 §5.1.3, §5.1.4).
 * {@link dev.seckey.ctap2.client.CreationOptions} and {@link dev.seckey.ctap2.client.RequestOptions} say what is wanted,
 * read from a relying party's JSON or put together by hand. {@link dev.seckey.ctap2.client.RegistrationCeremony} and
 * {@link dev.seckey.ctap2.client.AuthenticationCeremony} get it from a CTAP2 key,
 * {@link dev.seckey.ctap2.client.U2fCeremony} from an old one.
 */
package dev.seckey.ctap2.client;
