package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Requests.makeDiscoverable;
import static dev.seckey.ctap2.soft.Requests.user;
import static dev.seckey.ctap2.soft.Step.at;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.CredentialManagement;
import dev.seckey.ctap2.command.CredentialManagement.Sub;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.model.UserEntity;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** authenticatorCredentialManagement, step by step (CTAP 2.3 §6.8), on a key that has a credential for Ada and a PIN. */
class CredentialManagementStepsTest {
    private static final Optional<String> OTHER_RP = Optional.of("example.com");
    private static final CborMap OF_RP = CborMap.builder()
            .put(CredentialManagement.RP_ID_HASH, Bytes.utf8(RP).sha256())
            .build();
    private static final CborMap OF_OTHER =
            CborMap.builder().put(CredentialManagement.RP_ID_HASH, HASH).build();
    private static final CborMap UNKNOWN = credential(HASH);

    private static CborMap credential(Bytes id) {
        return CborMap.builder()
                .put(CredentialManagement.CREDENTIAL_ID, CredentialDescriptor.of(id))
                .build();
    }

    private static CborMap adas(KeyInHand key) {
        CredentialManagement listing = of(Sub.ENUMERATE_CREDENTIALS_BEGIN, OF_RP);
        return credential(
                key.send(proved(key, listing)).credentialId().orElseThrow().id());
    }

    private static CborMap named(KeyInHand key, UserEntity user) {
        return adas(key).toBuilder().put(CredentialManagement.USER, user).build();
    }

    private static CredentialManagement of(Sub sub, CborMap params) {
        return CredentialManagement.of(false, sub, params);
    }

    private static CredentialManagement proved(
            KeyInHand key, CredentialManagement request, Permission permission, Optional<String> rpId) {
        return request.with(Proofs.of(key, permission, rpId, request.authenticated()));
    }

    private static CredentialManagement proved(KeyInHand key, CredentialManagement request) {
        return proved(key, request, Permission.CREDENTIAL_MANAGEMENT, Optional.empty());
    }

    private static Step withAda(String number, String what) {
        return at(number, what)
                .after(key -> key.send(makeDiscoverable(user("Ada"))))
                .after(Proofs::setPin);
    }

    private static Step proved(String number, String what, Sub sub, CborMap params) {
        return withAda(number, what).asked(key -> proved(key, of(sub, params)));
    }

    private static Step bound(String number, Sub sub, CborMap params) {
        return withAda(number, "a token of another's: " + sub)
                .asked(key -> proved(key, of(sub, params), Permission.CREDENTIAL_MANAGEMENT, OTHER_RP))
                .gives(CtapStatus.PIN_AUTH_INVALID);
    }

    static Stream<Step> steps() {
        CborMap none = CborMap.EMPTY;
        UserEntity other = user("Bob");
        return Stream.of(
                withAda("6.8", "unknown subcommand")
                        .asked(new CredentialManagement(false, 8, none, Optional.empty()))
                        .gives(CtapStatus.INVALID_SUBCOMMAND),
                bound("6.8.2", Sub.GET_CREDS_METADATA, none),
                proved("6.8.2", "done", Sub.GET_CREDS_METADATA, none),
                bound("6.8.3", Sub.ENUMERATE_RPS_BEGIN, none),
                at("6.8.3", "nothing there")
                        .after(Proofs::setPin)
                        .asked(key -> proved(key, of(Sub.ENUMERATE_RPS_BEGIN, none)))
                        .gives(CtapStatus.NO_CREDENTIALS),
                proved("6.8.3", "done", Sub.ENUMERATE_RPS_BEGIN, none),
                withAda("6.8.3", "next of nothing")
                        .asked(of(Sub.ENUMERATE_RPS_GET_NEXT_RP, none))
                        .gives(CtapStatus.NOT_ALLOWED),
                proved("6.8.4", "of whom", Sub.ENUMERATE_CREDENTIALS_BEGIN, none)
                        .gives(CtapStatus.MISSING_PARAMETER),
                bound("6.8.4", Sub.ENUMERATE_CREDENTIALS_BEGIN, OF_RP),
                proved("6.8.4", "of nobody here", Sub.ENUMERATE_CREDENTIALS_BEGIN, OF_OTHER)
                        .gives(CtapStatus.NO_CREDENTIALS),
                proved("6.8.4", "done", Sub.ENUMERATE_CREDENTIALS_BEGIN, OF_RP),
                withAda("6.8.4", "next of nothing")
                        .asked(of(Sub.ENUMERATE_CREDENTIALS_GET_NEXT_CREDENTIAL, none))
                        .gives(CtapStatus.NOT_ALLOWED),
                proved("6.8.5", "which", Sub.DELETE_CREDENTIAL, none).gives(CtapStatus.MISSING_PARAMETER),
                proved("6.8.5", "unknown", Sub.DELETE_CREDENTIAL, UNKNOWN).gives(CtapStatus.NO_CREDENTIALS),
                withAda("6.8.5", "a token of another's")
                        .asked(key -> proved(
                                key, of(Sub.DELETE_CREDENTIAL, adas(key)), Permission.CREDENTIAL_MANAGEMENT, OTHER_RP))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                withAda("6.8.5", "read-only")
                        .on(SimulatedProfiles.named("full").orElseThrow())
                        .asked(key -> proved(
                                key,
                                of(Sub.DELETE_CREDENTIAL, adas(key)),
                                Permission.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY,
                                Optional.empty()))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                withAda("6.8.5", "done")
                        .asked(key -> proved(key, of(Sub.DELETE_CREDENTIAL, adas(key))))
                        .changing("credentials"),
                withAda("6.8.6", "to what")
                        .asked(key -> proved(key, of(Sub.UPDATE_USER_INFORMATION, adas(key))))
                        .gives(CtapStatus.MISSING_PARAMETER),
                withAda("6.8.6", "another person")
                        .asked(key -> proved(key, of(Sub.UPDATE_USER_INFORMATION, named(key, other))))
                        .gives(CtapStatus.INVALID_PARAMETER),
                withAda("6.8.6", "done")
                        .asked(key -> proved(
                                key,
                                of(
                                        Sub.UPDATE_USER_INFORMATION,
                                        named(key, UserEntity.of(user("Ada").id(), "Ada L.")))))
                        .changing("credentials"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void everyStepHasItsStatusAndChangesOnlyWhatItMust(Step step) {
        step.take();
    }

    /** The same for each of them, before anything else is looked at. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "GET_CREDS_METADATA",
                "ENUMERATE_RPS_BEGIN",
                "ENUMERATE_CREDENTIALS_BEGIN",
                "DELETE_CREDENTIAL",
                "UPDATE_USER_INFORMATION"
            })
    void withoutAProofNothingIsDone(Sub sub) {
        CborMap both = OF_RP.toBuilder()
                .put(CredentialManagement.CREDENTIAL_ID, CredentialDescriptor.of(HASH))
                .put(CredentialManagement.USER, user("Ada"))
                .build();
        Step step = withAda("6.8", sub.name());
        step.asked(of(sub, both)).gives(CtapStatus.PUAT_REQUIRED).take();
        step.asked(of(sub, both).with(Proofs.OF_NO_PROTOCOL))
                .gives(CtapStatus.MISSING_PARAMETER)
                .take();
        step.asked(of(sub, both).with(Proofs.OF_PROTOCOL_3))
                .gives(CtapStatus.INVALID_PARAMETER)
                .take();
        step.asked(of(sub, both).with(Proofs.FORGED))
                .gives(CtapStatus.PIN_AUTH_INVALID)
                .take();
        step.asked(key -> proved(key, of(sub, both), Permission.AUTHENTICATOR_CONFIGURATION, Optional.empty()))
                .gives(CtapStatus.PIN_AUTH_INVALID)
                .take();
    }
}
