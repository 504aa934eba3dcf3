package dev.seckey.ctap2.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.published.PythonFido2;
import dev.seckey.ctap2.published.SpecificationExamples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MakeCredentialTest {
    private static final MakeCredential EXAMPLE = MakeCredential.of(
                    SpecificationExamples.CLIENT_DATA_HASH,
                    RelyingParty.of("example.com", "Acme"),
                    new UserEntity(
                            SpecificationExamples.USER_ID,
                            Optional.of("johnpsmith@example.com"),
                            Optional.of("John P. Smith")),
                    List.of(CredentialParameters.of(Algorithm.ES256), CredentialParameters.of(Algorithm.RS256)))
            .with(CredentialOptions.NONE.withRk(true));

    @Test
    void theExampleOfTheSpecificationIsWrittenAndRead() {
        assertEquals(SpecificationExamples.MAKE_CREDENTIAL, EXAMPLE.encode());
        assertEquals(EXAMPLE, read(SpecificationExamples.MAKE_CREDENTIAL));
    }

    @Test
    void aRequestWithEverythingComesThroughWhole() {
        MakeCredential all = new MakeCredential(
                SpecificationExamples.CLIENT_DATA_HASH,
                new RelyingParty("example.com", Optional.empty()),
                new UserEntity(Bytes.ofInts(1), Optional.empty(), Optional.empty()),
                List.of(new CredentialParameters("public-key", -4711)),
                List.of(new CredentialDescriptor("public-key", Bytes.ofInts(2), List.of("usb", "nfc"))),
                CborMap.builder()
                        .put(Field.of("credProtect", CborType.UNSIGNED), 3)
                        .build(),
                new CredentialOptions(Optional.of(true), Optional.of(true), Optional.of(false)),
                Optional.of(new PinUvAuth(Bytes.of(new byte[32]), 2)),
                Optional.of(2),
                List.of("packed", "none"));
        assertEquals(all, read(all.encode()));
        assertEquals(11, all.parameters().orElseThrow().size());
    }

    @Test
    void anOptionThatIsFalseIsSentAndOneThatIsAbsentIsNot() {
        MakeCredential request = EXAMPLE.with(CredentialOptions.NONE.withUv(false));
        assertTrue(request.encode().hex().endsWith("07a1627576f4"));
        assertTrue(EXAMPLE.with(CredentialOptions.NONE).encode().hex().endsWith("7075626c69632d6b6579"));
    }

    /** The user's icon of CTAP 2.0, and whatever comes after 2.3. */
    @Test
    void unknownMembersOfARequestAreIgnored() {
        CborMap more = EXAMPLE.parameters().orElseThrow().toBuilder()
                .put(Field.of(0x7F, "future", CborType.TEXT), "?")
                .build();
        assertEquals(EXAMPLE, MakeCredential.from(more));
    }

    @ParameterizedTest
    @CsvSource({"1, clientDataHash (0x01)", "2, rp (0x02)", "3, user (0x03)", "4, pubKeyCredParams (0x04)"})
    void aRequestWithoutARequiredMemberIsRefused(int number, String member) {
        CborMap less = EXAMPLE.parameters().orElseThrow().toBuilder()
                .remove(Field.of(number, "", CborType.ANY))
                .build();
        MalformedFault fault = assertThrows(MalformedFault.class, () -> MakeCredential.from(less));
        assertEquals(CtapStatus.MISSING_PARAMETER, fault.status());
        assertEquals(member + " is missing", fault.getMessage());
    }

    @Test
    void theAnswerOfARealKeyIsReadAndWrittenBackTheSame() {
        AttestationObject made = EXAMPLE.decode(Cbor.decodeMap(PythonFido2.MAKE_CREDENTIAL_RESPONSE.toArray()))
                .attestation();
        assertEquals("packed", made.fmt());
        assertEquals(PythonFido2.MAKE_CREDENTIAL_AUTH_DATA, made.authData().bytes());
        assertEquals(3, made.attStmt().size());
        assertEquals(
                PythonFido2.MAKE_CREDENTIAL_RESPONSE,
                MakeCredential.encodeResponse(made).encode());
    }

    @ParameterizedTest
    @CsvSource({"1, fmt (0x01)", "2, authData (0x02)", "3, attStmt (0x03)"})
    void anAnswerWithoutARequiredMemberIsRefused(int number, String member) {
        CborMap less = Cbor.decodeMap(PythonFido2.MAKE_CREDENTIAL_RESPONSE).toBuilder()
                .remove(Field.of(number, "", CborType.ANY))
                .build();
        MalformedFault fault =
                assertThrows(MalformedFault.class, () -> EXAMPLE.decode(new Cbor.Decoded<>(less, List.of())));
        assertEquals(member + " is missing", fault.getMessage());
    }

    private static MakeCredential read(Bytes request) {
        assertEquals(CommandCode.MAKE_CREDENTIAL.number(), request.at(0));
        return MakeCredential.from(Cbor.decodeMap(request.from(1)));
    }
}
