package dev.seckey.ctap2.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.published.PythonFido2;
import dev.seckey.ctap2.published.SpecificationExamples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetAssertionTest {
    private static final GetAssertion EXAMPLE = GetAssertion.of(
                    "example.com",
                    SpecificationExamples.CLIENT_DATA_HASH,
                    List.of(
                            CredentialDescriptor.of(SpecificationExamples.FIRST_CREDENTIAL),
                            CredentialDescriptor.of(SpecificationExamples.SECOND_CREDENTIAL)))
            .with(CredentialOptions.NONE.withUv(true));

    @Test
    void theExampleOfTheSpecificationIsWrittenAndRead() {
        assertEquals(SpecificationExamples.GET_ASSERTION, EXAMPLE.encode());
        assertEquals(EXAMPLE, GetAssertion.from(Cbor.decodeMap(SpecificationExamples.GET_ASSERTION.from(1))));
    }

    @Test
    void aRequestWithEverythingComesThroughWhole() {
        GetAssertion all = new GetAssertion(
                "example.com",
                SpecificationExamples.CLIENT_DATA_HASH,
                List.of(CredentialDescriptor.of(Bytes.ofInts(1))),
                CborMap.builder().put(Field.of("credBlob", CborType.BOOL), true).build(),
                CredentialOptions.NONE.withUp(false),
                Optional.of(new PinUvAuth(Bytes.of(new byte[16]), 1)));
        assertEquals(all, GetAssertion.from(Cbor.decodeMap(all.encode().from(1))));
    }

    @Test
    void anEmptyAllowListIsNotSent() {
        GetAssertion any = GetAssertion.of("example.com", SpecificationExamples.CLIENT_DATA_HASH, List.of());
        assertEquals(2, any.parameters().orElseThrow().size());
        assertEquals(any, GetAssertion.from(any.parameters().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"1, rpId (0x01)", "2, clientDataHash (0x02)"})
    void aRequestWithoutARequiredMemberIsRefused(int number, String member) {
        CborMap less = without(EXAMPLE.parameters().orElseThrow(), number);
        MalformedFault fault = assertThrows(MalformedFault.class, () -> GetAssertion.from(less));
        assertEquals(member + " is missing", fault.getMessage());
    }

    @Test
    void theAnswerOfARealKeyIsReadAndWrittenBackTheSame() {
        Assertion assertion = EXAMPLE.decode(Cbor.decodeMap(PythonFido2.GET_ASSERTION_RESPONSE.toArray()));
        assertEquals(Optional.of(CredentialDescriptor.of(PythonFido2.CREDENTIAL_ID)), assertion.credential());
        assertEquals(PythonFido2.GET_ASSERTION_AUTH_DATA, assertion.authData().bytes());
        assertEquals(PythonFido2.SIGNATURE, assertion.signature());
        assertEquals(Optional.empty(), assertion.user());
        assertEquals(Optional.empty(), assertion.numberOfCredentials());
        assertEquals(PythonFido2.GET_ASSERTION_RESPONSE, assertion.encode().encode());
    }

    @Test
    void anAnswerWithEverythingComesThroughWhole() {
        Assertion all = new Assertion(
                Optional.of(CredentialDescriptor.of(Bytes.ofInts(1))),
                AuthenticatorData.parse(PythonFido2.GET_ASSERTION_AUTH_DATA),
                PythonFido2.SIGNATURE,
                Optional.of(UserEntity.of(Bytes.ofInts(7), "a name")),
                Optional.of(3),
                Optional.of(true),
                Optional.of(Bytes.of(new byte[32])));
        assertEquals(all, new GetNextAssertion().decode(new Cbor.Decoded<>(all.encode(), List.of())));
    }

    @ParameterizedTest
    @CsvSource({"2, authData (0x02)", "3, signature (0x03)"})
    void anAnswerWithoutARequiredMemberIsRefused(int number, String member) {
        CborMap less = without(Cbor.decodeMap(PythonFido2.GET_ASSERTION_RESPONSE), number);
        MalformedFault fault = assertThrows(MalformedFault.class, () -> Assertion.from(less));
        assertEquals(member + " is missing", fault.getMessage());
    }

    private static CborMap without(CborMap map, int number) {
        return map.toBuilder().remove(Field.of(number, "", CborType.ANY)).build();
    }
}
