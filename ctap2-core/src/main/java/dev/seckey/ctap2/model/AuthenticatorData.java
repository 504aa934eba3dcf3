package dev.seckey.ctap2.model;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.Optional;

/**
 * What the authenticator signs (WebAuthn Level 3 §6.1).
 *
 * @param bytes all of it, as signed
 * @param rpIdHash 32 bytes
 * @param signCount 0 to 2^32-1
 */
public record AuthenticatorData(
        Bytes bytes,
        Bytes rpIdHash,
        int flags,
        long signCount,
        Optional<AttestedCredential> credential,
        Optional<CborMap> extensions) {
    public static final int UP = 0x01;
    public static final int UV = 0x04;
    /** Backup eligible, and backed up: never on a security key. */
    public static final int BE = 0x08;

    public static final int BS = 0x10;
    public static final int AT = 0x40;
    public static final int ED = 0x80;

    private static final int HEADER = 32 + 1 + 4;

    /** @throws MalformedFault if the bytes are no authenticator data, or more than that */
    public static AuthenticatorData parse(Bytes bytes) {
        if (bytes.size() < HEADER) {
            throw tooShort(bytes);
        }
        int flags = bytes.at(32);
        int at = HEADER;
        Optional<AttestedCredential> credential = Optional.empty();
        if ((flags & AT) != 0) {
            int idAt = at + Aaguid.SIZE + 2;
            if (bytes.size() < idAt || bytes.size() < idAt + bytes.uint16(idAt - 2)) {
                throw tooShort(bytes);
            }
            int keyAt = idAt + bytes.uint16(idAt - 2);
            Cbor.Prefix<CborMap> key = Cbor.decodeMapPrefix(bytes, keyAt);
            credential = Optional.of(new AttestedCredential(
                    Aaguid.of(bytes.slice(at, at + Aaguid.SIZE)), bytes.slice(idAt, keyAt), new CoseKey(key.value())));
            at = keyAt + key.length();
        }
        Optional<CborMap> extensions = Optional.empty();
        if ((flags & ED) != 0) {
            Cbor.Prefix<CborMap> map = Cbor.decodeMapPrefix(bytes, at);
            extensions = Optional.of(map.value());
            at += map.length();
        }
        if (at != bytes.size()) {
            throw new MalformedFault(
                    CtapStatus.INVALID_LENGTH, "authenticator data with " + (bytes.size() - at) + " bytes too many");
        }
        return new AuthenticatorData(bytes, bytes.slice(0, 32), flags, bytes.uint32(33), credential, extensions);
    }

    /** Builds it from its parts; the flags for credential and extensions are set as needed. */
    public static AuthenticatorData of(
            Bytes rpIdHash,
            int flags,
            long signCount,
            Optional<AttestedCredential> credential,
            Optional<CborMap> extensions) {
        int all = flags | (credential.isPresent() ? AT : 0) | (extensions.isPresent() ? ED : 0);
        Bytes count =
                Bytes.ofInts((int) (signCount >> 24), (int) (signCount >> 16), (int) (signCount >> 8), (int) signCount);
        Bytes bytes = Bytes.concat(
                rpIdHash,
                Bytes.ofInts(all),
                count,
                credential.map(AuthenticatorData::encode).orElse(Bytes.EMPTY),
                extensions.map(CborMap::encode).orElse(Bytes.EMPTY));
        return new AuthenticatorData(bytes, rpIdHash, all, signCount, credential, extensions);
    }

    private static Bytes encode(AttestedCredential credential) {
        int length = credential.credentialId().size();
        return Bytes.concat(
                credential.aaguid().bytes(),
                Bytes.ofInts(length >> 8, length),
                credential.credentialId(),
                credential.publicKey().members().encode());
    }

    public boolean userPresent() {
        return (flags & UP) != 0;
    }

    public boolean userVerified() {
        return (flags & UV) != 0;
    }

    private static MalformedFault tooShort(Bytes bytes) {
        return new MalformedFault(
                CtapStatus.INVALID_LENGTH, "authenticator data of " + bytes.size() + " bytes is too short");
    }
}
