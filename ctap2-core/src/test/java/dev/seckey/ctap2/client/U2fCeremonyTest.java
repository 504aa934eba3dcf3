package dev.seckey.ctap2.client;

import static dev.seckey.ctap2.client.ExampleOrg.CREATE;
import static dev.seckey.ctap2.client.ExampleOrg.GET;
import static dev.seckey.ctap2.client.ExampleOrg.assertAttested;
import static dev.seckey.ctap2.client.ExampleOrg.assertSignedBy;
import static dev.seckey.ctap2.client.ExampleOrg.creation;
import static dev.seckey.ctap2.client.ExampleOrg.id;
import static dev.seckey.ctap2.client.ExampleOrg.request;
import static dev.seckey.ctap2.client.ExampleOrg.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.Sleeper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key that speaks U2F alone, through both framings (CTAP 2.3 §10.2 and §10.3). */
class U2fCeremonyTest {
    private static U2fCeremony with(CtapDevice device) {
        return new U2fCeremony(device, Sleeper.SYSTEM, Way::exchange);
    }

    @ParameterizedTest
    @EnumSource
    void itsCredentialIsAttestedAndSigns(Way way) {
        try (CtapDevice device = way.open("u2f-only")) {
            Registration made = with(device).register(creation(1, Need.PREFERRED), CREATE);
            assertAttested(made);
            assertSignedBy(made, with(device).authenticate(request(Need.PREFERRED, true, stranger(1), id(made)), GET));
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsExcludedCredentialIsSeen(Way way) {
        try (CtapDevice device = way.open("u2f-only")) {
            Registration made = with(device).register(creation(1, Need.DISCOURAGED), CREATE);
            CreationOptions again = creation(2, Need.DISCOURAGED, id(made));
            AuthenticatorFault fault =
                    assertThrows(AuthenticatorFault.class, () -> with(device).register(again, CREATE));
            assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, fault.status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void itHoldsNoDiscoverableCredential(Way way) {
        try (CtapDevice device = way.open("u2f-only")) {
            Fault fault = assertThrows(Fault.class, () -> with(device).register(creation(2, Need.REQUIRED), CREATE));
            assertEquals(Reason.UNSUPPORTED, fault.reason());
        }
    }
}
