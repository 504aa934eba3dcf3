package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborItem;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.webauthn.Attestation.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Statements of the W3C's packed vector, several at once. */
class CompoundAttestationTest {
    private static final Field<String> FMT = Field.of("fmt", CborType.TEXT);
    private static final Field<CborItem> STATEMENT = Field.of("attStmt", CborType.ANY);
    private static final Field<Bytes> SIG = Field.of("sig", CborType.BYTES);
    private static final CborType<List<CborMap>> LIST = CborType.list(CborType.MAP);
    private static final Field<List<CborMap>> PARTS = Field.of("attStmt", LIST);

    private static final AttestationObject PACKED = AttestationObject.parse(W3cCeremonies.PACKED);

    private static CborMap part(String fmt, CborMap statement) {
        return CborMap.builder()
                .put(FMT, fmt)
                .put(STATEMENT, CborItem.of(statement))
                .build();
    }

    private static final CborMap GOOD = part("packed", PACKED.attStmt());
    private static final CborMap WRONG = part(
            "packed",
            PACKED.attStmt().toBuilder().put(SIG, Bytes.ofInts(1, 2, 3)).build());

    /** As a key sends it: through bytes. */
    private static Attestation verify(CborMap... parts) {
        Bytes sent = CborMap.builder()
                .put(FMT, "compound")
                .put(Field.of("authData", CborType.BYTES), PACKED.authData().bytes())
                .put(PARTS, List.of(parts))
                .build()
                .encode();
        AttestationObject read = AttestationObject.parse(sent);
        assertEquals(sent, read.encode());
        return AttestationVerifier.verify(read, W3cCeremonies.PACKED_CLIENT_DATA.sha256());
    }

    @Test
    void theStrongestStatementSpeaksForAll() {
        Attestation found = verify(part("none", CborMap.EMPTY), GOOD);
        assertEquals("compound of none and packed", found.fmt());
        assertEquals(Kind.BASIC, found.kind());
        assertEquals(SignatureCheck.VALID, found.signature());
        assertEquals(1, found.chain().size());
    }

    @Test
    void oneWrongSignatureSpoilsAll() {
        Stream.of(verify(GOOD, WRONG), verify(WRONG, GOOD))
                .forEach(found -> assertEquals(
                        SignatureCheck.Outcome.INVALID, found.signature().outcome()));
    }

    @Test
    void whatNoSecurityKeyMakesDoesNotHelp() {
        assertEquals(
                Kind.FOREIGN,
                verify(part("tpm", CborMap.EMPTY), part("none", CborMap.EMPTY)).kind());
    }

    @Test
    void fewerThanTwoAndCompoundsWithinAreRefused() {
        assertThrows(MalformedFault.class, () -> verify());
        assertThrows(MalformedFault.class, () -> verify(GOOD));
        assertThrows(MalformedFault.class, () -> verify(GOOD, part("compound", CborMap.EMPTY)));
    }

    @Test
    void aStatementThatIsNoArrayIsRefused() {
        AttestationObject map = new AttestationObject("compound", PACKED.authData(), PACKED.attStmt());
        assertThrows(MalformedFault.class, () -> AttestationVerifier.verify(map, Bytes.EMPTY));
    }
}
