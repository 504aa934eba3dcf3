package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.MakeCredentials.enterprise;
import static dev.seckey.ctap2.soft.MakeCredentials.excludingOneMade;
import static dev.seckey.ctap2.soft.MakeCredentials.extended;
import static dev.seckey.ctap2.soft.MakeCredentials.of;
import static dev.seckey.ctap2.soft.MakeCredentials.offering;
import static dev.seckey.ctap2.soft.MakeCredentials.proved;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Requests.make;
import static dev.seckey.ctap2.soft.Requests.makeDiscoverable;
import static dev.seckey.ctap2.soft.Requests.user;
import static dev.seckey.ctap2.soft.Step.at;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** authenticatorMakeCredential, step by step (CTAP 2.3 §6.1.2). */
class MakeCredentialStepsTest {
    private static final String OTHER_RP = "example.com";
    private static final PinUvAuth EMPTY = new PinUvAuth(Bytes.EMPTY, 2);
    private static final PinUvAuth FORGED = new PinUvAuth(Bytes.of(new byte[32]), 2);
    private static final CredentialOptions UV = CredentialOptions.NONE.withUv(true);
    private static final CredentialOptions RK = CredentialOptions.NONE.withRk(true);
    private static final Profile PLAIN = KeyInHand.profile();
    private static final Profile PIN_SET = PLAIN.withPin(PIN);
    private static final Profile ALWAYS_UV = PLAIN.with(Feature.ALWAYS_UV_ON);
    private static final Profile UV_NOT_REQUIRED = PIN_SET.with(Feature.MAKE_CRED_UV_NOT_REQUIRED);
    private static final Profile BIO = named("bio");
    private static final Profile FULL = named("full");

    private static Profile named(String name) {
        return SimulatedProfiles.named(name).orElseThrow();
    }

    static Stream<Step> refusals() {
        MakeCredential nothingOffered = offering();
        return Stream.of(
                at("0", "a hash of 31 bytes")
                        .asked(MakeCredential.of(HASH.from(1), make().rp(), make().user(), make().pubKeyCredParams()))
                        .gives(CtapStatus.INVALID_LENGTH),
                at("1", "no PIN").asked(make().with(EMPTY)).gives(CtapStatus.PIN_NOT_SET),
                at("1", "a PIN").on(PIN_SET).asked(make().with(EMPTY)).gives(CtapStatus.PIN_INVALID),
                at("1", "before 3").asked(nothingOffered.with(EMPTY)).gives(CtapStatus.PIN_NOT_SET),
                at("1.2", "refused")
                        .after(key -> key.user = UserPresence.REFUSES)
                        .asked(make().with(EMPTY))
                        .gives(CtapStatus.OPERATION_DENIED),
                at("1.2", "nobody there")
                        .after(key -> key.user = UserPresence.NEVER)
                        .asked(make().with(EMPTY))
                        .gives(CtapStatus.OPERATION_DENIED),
                at("2", "unknown protocol")
                        .on(PIN_SET)
                        .asked(make().with(new PinUvAuth(HASH, 3)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                at("2", "no protocol")
                        .on(PIN_SET)
                        .asked(make().with(new PinUvAuth(HASH, 0)))
                        .gives(CtapStatus.MISSING_PARAMETER),
                at("2", "before 3")
                        .asked(nothingOffered.with(new PinUvAuth(HASH, 3)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                at("2", "a list too long")
                        .asked(make().excluding(Collections.nCopies(17, CredentialDescriptor.of(HASH))))
                        .gives(CtapStatus.LIMIT_EXCEEDED),
                at("3", "nothing offered").asked(nothingOffered).gives(CtapStatus.UNSUPPORTED_ALGORITHM),
                at("3", "unknown algorithm")
                        .asked(offering(new CredentialParameters("public-key", -35)))
                        .gives(CtapStatus.UNSUPPORTED_ALGORITHM),
                at("3", "unknown type")
                        .asked(offering(new CredentialParameters("password", -7)))
                        .gives(CtapStatus.UNSUPPORTED_ALGORITHM),
                at("3", "before 5").asked(nothingOffered.with(UV)).gives(CtapStatus.UNSUPPORTED_ALGORITHM),
                at("5", "uv without a sensor").asked(make().with(UV)).gives(CtapStatus.INVALID_OPTION),
                at("5", "uv without a finger").on(FULL).asked(make().with(UV)).gives(CtapStatus.INVALID_OPTION),
                at("5", "up=false")
                        .asked(make().with(CredentialOptions.NONE.withUp(false)))
                        .gives(CtapStatus.INVALID_OPTION),
                at("5", "before 8").on(PIN_SET).asked(make().with(UV)).gives(CtapStatus.INVALID_OPTION),
                at("6", "always-UV, nothing set up").on(ALWAYS_UV).asked(make()).gives(CtapStatus.PUAT_REQUIRED),
                at("6", "always-UV, nothing set up, a proof of nothing")
                        .on(ALWAYS_UV)
                        .asked(make().with(FORGED))
                        .gives(CtapStatus.PUAT_REQUIRED),
                at("6", "always-UV, a PIN")
                        .on(ALWAYS_UV.withPin(PIN))
                        .asked(make())
                        .gives(CtapStatus.PUAT_REQUIRED),
                at("6", "always-UV ends makeCredUvNotRqd")
                        .on(UV_NOT_REQUIRED.with(Feature.ALWAYS_UV_ON))
                        .asked(make())
                        .gives(CtapStatus.PUAT_REQUIRED),
                at("7", "makeCredUvNotRqd is not for discoverable ones")
                        .on(UV_NOT_REQUIRED)
                        .asked(make().with(RK))
                        .gives(CtapStatus.PUAT_REQUIRED),
                at("8", "a PIN").on(PIN_SET).asked(make()).gives(CtapStatus.PUAT_REQUIRED),
                at("8", "where a PIN does not help")
                        .on(named("no-mcga-pin"))
                        .asked(make())
                        .gives(CtapStatus.OPERATION_DENIED),
                at("8", "before 9").on(PIN_SET).asked(enterprise(1)).gives(CtapStatus.PUAT_REQUIRED),
                at("9.1", "not enabled").asked(enterprise(1)).gives(CtapStatus.INVALID_PARAMETER),
                at("9.1", "before its kind").asked(enterprise(3)).gives(CtapStatus.INVALID_PARAMETER),
                at("9.2", "unknown kind")
                        .after(MakeCredentials::enableEnterprise)
                        .asked(enterprise(3))
                        .gives(CtapStatus.INVALID_OPTION),
                at("11.1", "forged").on(PIN_SET).asked(make().with(FORGED)).gives(CtapStatus.PIN_AUTH_INVALID),
                at("11.1", "for assertions only")
                        .on(PIN_SET)
                        .asked(key -> proved(key, make(), 2, RP))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                at("11.1", "for another relying party")
                        .on(PIN_SET)
                        .asked(key -> proved(key, make(), 1, OTHER_RP))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                at("11.1", "used up").on(PIN_SET).asked(MakeCredentials::usedUp).gives(CtapStatus.PIN_AUTH_INVALID),
                at("11.1", "too old").on(PIN_SET).asked(MakeCredentials::tooOld).gives(CtapStatus.PIN_AUTH_INVALID),
                at("11.1", "before 12")
                        .on(PIN_SET)
                        .asked(make().with(FORGED).excluding(List.of(CredentialDescriptor.of(HASH))))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                at("11.2", "another's finger")
                        .on(BIO)
                        .after(key -> key.finger = Finger.STRANGE)
                        .asked(make().with(UV))
                        .gives(CtapStatus.PUAT_REQUIRED)
                        .changing("fingerprints"),
                at("11.2", "another's finger where a PIN does not help")
                        .on(named("no-mcga-pin"))
                        .after(key -> key.finger = Finger.STRANGE)
                        .asked(make().with(UV))
                        .gives(CtapStatus.OPERATION_DENIED)
                        .changing("fingerprints"),
                at("11.2", "no finger in time")
                        .on(BIO)
                        .after(key -> key.user = UserPresence.NEVER)
                        .asked(make().with(UV))
                        .gives(CtapStatus.USER_ACTION_TIMEOUT),
                at("12", "excluded")
                        .asked(key -> excludingOneMade(key, CborMap.EMPTY))
                        .gives(CtapStatus.CREDENTIAL_EXCLUDED),
                at("12", "excluded and nobody there")
                        .after(key -> key.user = UserPresence.NEVER)
                        .asked(key -> excludingOneMade(key, CborMap.EMPTY))
                        .gives(CtapStatus.CREDENTIAL_EXCLUDED),
                at("12", "before 15")
                        .asked(key -> extended(excludingOneMade(key, CborMap.EMPTY), of(Extensions.CRED_PROTECT, 4)))
                        .gives(CtapStatus.CREDENTIAL_EXCLUDED),
                at("14", "refused")
                        .after(key -> key.user = UserPresence.REFUSES)
                        .asked(makeDiscoverable(user("Ada")))
                        .gives(CtapStatus.OPERATION_DENIED),
                at("14", "nobody there")
                        .after(key -> key.user = UserPresence.NEVER)
                        .asked(makeDiscoverable(user("Ada")))
                        .gives(CtapStatus.OPERATION_DENIED),
                at("14", "cancelled")
                        .after(key -> key.user = UserPresence.NEVER)
                        .after(key -> key.patience = 2)
                        .asked(makeDiscoverable(user("Ada")))
                        .gives(CtapStatus.KEEPALIVE_CANCEL),
                at("14", "before 15")
                        .after(key -> key.user = UserPresence.REFUSES)
                        .asked(extended(make(), of(Extensions.CRED_PROTECT, 4)))
                        .gives(CtapStatus.OPERATION_DENIED),
                at("15", "unknown protection")
                        .asked(extended(make(), of(Extensions.CRED_PROTECT, 4)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                at("15", "largeBlobKey false")
                        .asked(extended(make().with(RK), of(Extensions.LARGE_BLOB_KEY, false)))
                        .gives(CtapStatus.INVALID_OPTION),
                at("15", "largeBlobKey, not discoverable")
                        .asked(extended(make(), of(Extensions.LARGE_BLOB_KEY, true)))
                        .gives(CtapStatus.INVALID_OPTION),
                at("17", "no room")
                        .after(MakeCredentials::fill)
                        .asked(makeDiscoverable(user("one too many")))
                        .gives(CtapStatus.KEY_STORE_FULL));
    }

    static Stream<Step> successes() {
        CborMap protectedMost = of(Extensions.CRED_PROTECT, 3).build();
        return Stream.of(
                        at("5", "uv beside a proof counts for nothing")
                                .on(PIN_SET)
                                .asked(key -> proved(key, make().with(UV))),
                        at("9.2", "not for this relying party")
                                .after(MakeCredentials::enableEnterprise)
                                .asked(enterprise(1)),
                        at("9.2", "for any")
                                .after(MakeCredentials::enableEnterprise)
                                .asked(enterprise(2)),
                        at("10", "makeCredUvNotRqd").on(UV_NOT_REQUIRED).asked(make()),
                        at("11", "a proof on a key that nothing protects").asked(make().with(FORGED)),
                        at("11.1", "a token").on(PIN_SET).asked(key -> proved(key, make())),
                        at("11.2", "a finger").on(BIO).asked(make().with(UV)).changing("fingerprints"),
                        at("6", "always-UV by finger")
                                .on(BIO.with(Feature.ALWAYS_UV_ON))
                                .asked(make())
                                .changing("fingerprints"),
                        at("12", "only its verified user is told of it")
                                .asked(key -> excludingOneMade(key, protectedMost)),
                        at("17", "discoverable").asked(makeDiscoverable(user("Ada"))),
                        at("17", "in place of another")
                                .after(MakeCredentials::fill)
                                .asked(makeDiscoverable(user("number 7"))),
                        at("18", "not discoverable").asked(make()))
                .map(step -> step.changes().isEmpty()
                        ? step.changing("credentials")
                        : step.changing("credentials", "fingerprints"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void aRefusalHasItsStatusAndChangesNothing(Step step) {
        step.take();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("successes")
    void aSuccessChangesItsCredentialsAlone(Step step) {
        step.take();
    }
}
