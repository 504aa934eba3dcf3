package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Requests.make;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.BioEnrollment;
import dev.seckey.ctap2.command.BioEnrollment.Sub;
import dev.seckey.ctap2.command.BioEnrollmentResponse;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.EnrollSampleStatus;
import dev.seckey.ctap2.command.NewCredential;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Secret;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CTAP 2.3 §6.7, and built-in user verification (§6.5.3). */
class BioEnrollmentHandlerTest {
    private KeyInHand key =
            new KeyInHand(SimulatedProfiles.named("full").orElseThrow().withPin(PIN));

    private BioEnrollment request(Sub sub, CborMap params) {
        BioEnrollment bare = BioEnrollment.of(false, sub, params);
        PinClient client = new PinClient(key, 2);
        Secret token = client.token(client.withPermissions(PIN, Permission.BIO_ENROLLMENT.bit(), Optional.empty()));
        return bare.with(client.proof(token, bare.authenticated()));
    }

    private static CborMap template(Bytes id) {
        return CborMap.builder().put(BioEnrollment.TEMPLATE_ID, id).build();
    }

    private Bytes enroll() {
        Bytes id =
                key.send(request(Sub.ENROLL_BEGIN, CborMap.EMPTY)).templateId().orElseThrow();
        for (int i = 1; i < BioEnrollmentHandler.SAMPLES; i++) {
            key.send(request(Sub.ENROLL_CAPTURE_NEXT_SAMPLE, template(id)));
        }
        return id;
    }

    private List<BioEnrollmentResponse.TemplateInfo> enrolled() {
        return key.send(request(Sub.ENUMERATE_ENROLLMENTS, CborMap.EMPTY)).templateInfos();
    }

    @Test
    void itTellsOfItsSensorWithoutAProof() {
        assertEquals(Optional.of(1), key.send(BioEnrollment.modality(false)).modality());
        BioEnrollmentResponse sensor =
                key.send(BioEnrollment.of(false, Sub.GET_FINGERPRINT_SENSOR_INFO, CborMap.EMPTY));
        assertEquals(Optional.of(1), sensor.fingerprintKind());
        assertEquals(Optional.of(5), sensor.maxCaptureSamplesRequiredForEnroll());
        assertEquals(Optional.of(32), sensor.maxTemplateFriendlyName());
    }

    /** These samples one after the other, then good ones. */
    private static Finger sampling(EnrollSampleStatus... samples) {
        Iterator<EnrollSampleStatus> next = List.of(samples).iterator();
        return new Finger() {
            @Override
            public EnrollSampleStatus sample() {
                return next.hasNext() ? next.next() : EnrollSampleStatus.GOOD;
            }

            @Override
            public boolean matches() {
                return true;
            }
        };
    }

    @Test
    void aFingerIsEnrolledOnceAllItsSamplesAreGood() {
        assertEquals(Optional.of(false), key.info().option(Option.BIO_ENROLL));
        key.finger = sampling(EnrollSampleStatus.GOOD, EnrollSampleStatus.TOO_FAST);
        BioEnrollmentResponse begun = key.send(request(Sub.ENROLL_BEGIN, CborMap.EMPTY));
        assertEquals(Optional.of(0), begun.lastEnrollSampleStatus());
        assertEquals(Optional.of(4), begun.remainingSamples());
        CborMap id = template(begun.templateId().orElseThrow());
        BioEnrollmentResponse bad = key.send(request(Sub.ENROLL_CAPTURE_NEXT_SAMPLE, id));
        assertEquals(Optional.of(EnrollSampleStatus.TOO_FAST.number()), bad.lastEnrollSampleStatus());
        assertEquals(Optional.of(4), bad.remainingSamples());
        for (int left = 3; left >= 0; left--) {
            assertEquals(Optional.of(false), key.info().option(Option.USER_VERIFICATION));
            assertEquals(
                    Optional.of(left),
                    key.send(request(Sub.ENROLL_CAPTURE_NEXT_SAMPLE, id)).remainingSamples());
        }
        assertEquals(Optional.of(true), key.info().option(Option.BIO_ENROLL));
        assertEquals(Optional.of(true), key.info().option(Option.USER_VERIFICATION));
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(request(Sub.ENROLL_CAPTURE_NEXT_SAMPLE, id)));
    }

    @Test
    void whereNoFingerComesTheSampleSaysSo() {
        key.user = UserPresence.NEVER;
        CborMap fiveSeconds =
                CborMap.builder().put(BioEnrollment.TIMEOUT_MILLISECONDS, 5000).build();
        BioEnrollmentResponse begun = key.send(request(Sub.ENROLL_BEGIN, fiveSeconds));
        assertEquals(Optional.of(EnrollSampleStatus.NO_USER_ACTIVITY.number()), begun.lastEnrollSampleStatus());
        assertEquals(Optional.of(5), begun.remainingSamples());
        assertEquals(50, key.keepalives.size());
    }

    @Test
    void anEnrolmentIsCancelledAndAbandonedByAnother() {
        CborMap first = template(
                key.send(request(Sub.ENROLL_BEGIN, CborMap.EMPTY)).templateId().orElseThrow());
        key.send(request(Sub.ENROLL_BEGIN, CborMap.EMPTY));
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(request(Sub.ENROLL_CAPTURE_NEXT_SAMPLE, first)));
        assertEquals(CtapStatus.OK, key.status(BioEnrollment.of(false, Sub.CANCEL_CURRENT_ENROLLMENT, CborMap.EMPTY)));
        assertEquals(CtapStatus.INVALID_OPTION, key.status(request(Sub.ENUMERATE_ENROLLMENTS, CborMap.EMPTY)));
    }

    @Test
    void aFingerWithoutANameIsListedWithAnEmptyOne() {
        Bytes id = enroll();
        assertEquals(List.of(new BioEnrollmentResponse.TemplateInfo(id, Optional.empty())), enrolled());
        Bytes answer =
                key.cbor(request(Sub.ENUMERATE_ENROLLMENTS, CborMap.EMPTY).encode());
        assertEquals(Bytes.fromHex("00 A1 07 81 A2 01 42").plus(id).plus(Bytes.fromHex("02 60")), answer);
    }

    @Test
    void fingersAreListedNamedAndRemoved() {
        Bytes id = enroll();
        CborMap named = template(id).toBuilder()
                .put(BioEnrollment.TEMPLATE_FRIENDLY_NAME, "left thumb")
                .build();
        key.send(request(Sub.SET_FRIENDLY_NAME, named));
        assertEquals(List.of(new BioEnrollmentResponse.TemplateInfo(id, Optional.of("left thumb"))), enrolled());
        CborMap tooLong = named.toBuilder()
                .put(BioEnrollment.TEMPLATE_FRIENDLY_NAME, "x".repeat(33))
                .build();
        assertEquals(CtapStatus.INVALID_LENGTH, key.status(request(Sub.SET_FRIENDLY_NAME, tooLong)));

        key.send(request(Sub.REMOVE_ENROLLMENT, template(id)));
        assertEquals(CtapStatus.INVALID_OPTION, key.status(request(Sub.REMOVE_ENROLLMENT, template(id))));
        assertEquals(CtapStatus.INVALID_OPTION, key.status(request(Sub.SET_FRIENDLY_NAME, named)));
    }

    @Test
    void thereIsRoomForFiveFingers() {
        for (int i = 0; i < FingerprintStore.CAPACITY; i++) {
            enroll();
        }
        assertEquals(5, enrolled().size());
        assertEquals(CtapStatus.FP_DATABASE_FULL, key.status(request(Sub.ENROLL_BEGIN, CborMap.EMPTY)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Sub.class,
            names = {
                "ENROLL_BEGIN",
                "ENROLL_CAPTURE_NEXT_SAMPLE",
                "ENUMERATE_ENROLLMENTS",
                "SET_FRIENDLY_NAME",
                "REMOVE_ENROLLMENT"
            })
    void withoutAProofOrWithAWrongOneNothingIsDone(Sub sub) {
        CborMap params = template(HASH).toBuilder()
                .put(BioEnrollment.TEMPLATE_FRIENDLY_NAME, "x")
                .build();
        BioEnrollment bare = BioEnrollment.of(false, sub, params);
        assertEquals(CtapStatus.PUAT_REQUIRED, key.status(bare));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(bare.with(new PinUvAuth(HASH, 2))));
    }

    private PinClient client() {
        return new PinClient(key, 2);
    }

    @Test
    void aFingerGetsATokenThatIsATouchToo() {
        enroll();
        PinClient client = client();
        Secret token = client.token(client.usingUv(1, Optional.of(RP)));
        key.user = UserPresence.REFUSES;
        NewCredential made = key.send(make().with(client.proof(token, HASH)));
        assertTrue(made.authData().userVerified());
        assertTrue(made.authData().userPresent());
    }

    @Test
    void theUvOptionVerifiesByFinger() {
        enroll();
        NewCredential made = key.send(make().with(CredentialOptions.NONE.withUv(true)));
        assertTrue(made.authData().userVerified());
    }

    @Test
    void aStrangeFingerCostsTriesUntilOnlyThePinHelps() {
        enroll();
        key.finger = Finger.STRANGE;
        for (int left = 4; left > 0; left--) {
            assertEquals(CtapStatus.UV_INVALID, key.status(client().usingUv(1, Optional.of(RP))));
            assertEquals(Optional.of(left), key.send(ClientPin.getUvRetries()).uvRetries());
        }
        assertEquals(CtapStatus.UV_BLOCKED, key.status(client().usingUv(1, Optional.of(RP))));
        key.finger = Finger.GOOD;
        assertEquals(CtapStatus.UV_BLOCKED, key.status(client().usingUv(1, Optional.of(RP))));
        assertEquals(CtapStatus.PUAT_REQUIRED, key.status(make().with(CredentialOptions.NONE.withUv(true))));
        client().token(PIN, RP);
        assertEquals(CtapStatus.OK, key.status(client().usingUv(1, Optional.of(RP))));
    }

    @Test
    void withoutAnEnrolledFingerThereIsNoTokenByFinger() {
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(client().usingUv(1, Optional.of(RP))));
        key = KeyInHand.withPin();
        assertEquals(CtapStatus.INVALID_SUBCOMMAND, key.status(client().usingUv(1, Optional.of(RP))));
        assertEquals(CtapStatus.INVALID_SUBCOMMAND, key.status(ClientPin.getUvRetries()));
    }

    @Test
    void permissionsForTheKeyItselfNeedTheirOptions() {
        key = KeyInHand.named("no-mcga-pin");
        int configure = Permission.AUTHENTICATOR_CONFIGURATION.bit();
        assertEquals(CtapStatus.UNAUTHORIZED_PERMISSION, key.status(client().usingUv(configure, Optional.empty())));
        assertEquals(CtapStatus.UNAUTHORIZED_PERMISSION, key.status(client().usingUv(8, Optional.empty())));
        key = KeyInHand.named("bio");
        assertEquals(CtapStatus.OK, key.status(client().usingUv(configure, Optional.empty())));
        assertEquals(CtapStatus.OK, key.status(client().usingUv(8, Optional.empty())));
    }

    @Test
    void whereThePinMakesNoCredentialsTheFingerDoes() {
        key = KeyInHand.named("no-mcga-pin");
        PinClient client = client();
        assertEquals(
                CtapStatus.UNAUTHORIZED_PERMISSION,
                key.status(client.withPermissions(SimulatedProfiles.PIN, 1, Optional.of(RP))));
        Secret legacy = client.token(client.legacy(SimulatedProfiles.PIN));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(Requests.make().with(client.proof(legacy, HASH))));
        assertEquals(CtapStatus.OPERATION_DENIED, key.status(make()));
        assertEquals(CtapStatus.OK, key.status(make().with(CredentialOptions.NONE.withUv(true))));
    }

    @Test
    void thePreviewTakesALegacyToken() {
        key = new KeyInHand(SimulatedProfiles.named("pre21").orElseThrow().withPin(PIN));
        assertEquals(CtapStatus.INVALID_COMMAND, key.status(BioEnrollment.modality(false)));
        BioEnrollment bare = BioEnrollment.of(true, Sub.ENROLL_BEGIN, CborMap.EMPTY);
        PinClient client = client();
        PinUvAuth proof = client.proof(client.token(client.legacy(PIN)), bare.authenticated());
        assertEquals(Optional.of(4), key.send(bare.with(proof)).remainingSamples());
    }
}
