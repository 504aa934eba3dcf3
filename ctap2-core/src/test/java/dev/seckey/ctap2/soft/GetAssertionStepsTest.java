package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Requests.get;
import static dev.seckey.ctap2.soft.Requests.make;
import static dev.seckey.ctap2.soft.Requests.makeDiscoverable;
import static dev.seckey.ctap2.soft.Requests.user;
import static dev.seckey.ctap2.soft.Requests.with;
import static dev.seckey.ctap2.soft.Step.at;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.GetNextAssertion;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CredentialDescriptor;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** authenticatorGetAssertion and authenticatorGetNextAssertion, step by step (CTAP 2.3 §6.2.2 and §6.3). */
class GetAssertionStepsTest {
    private static final PinUvAuth EMPTY = new PinUvAuth(Bytes.EMPTY, 2);
    private static final PinUvAuth FORGED = new PinUvAuth(Bytes.of(new byte[32]), 2);
    private static final CredentialOptions UV = CredentialOptions.NONE.withUv(true);
    private static final CredentialOptions NO_TOUCH = CredentialOptions.NONE.withUp(false);
    private static final Profile PLAIN = KeyInHand.profile();
    private static final Profile ALWAYS_UV = PLAIN.with(Feature.ALWAYS_UV_ON);
    private static final Profile BIO = SimulatedProfiles.named("bio").orElseThrow();

    /** A key with a credential for Ada, made before whatever protects it now was set up. */
    private static void ada(KeyInHand key) {
        key.send(makeDiscoverable(user("Ada")));
    }

    private static void setPin(KeyInHand key) {
        key.send(new PinClient(key, 2).set(PIN));
    }

    private static Step withAda(String number, String what) {
        return at(number, what).after(GetAssertionStepsTest::ada);
    }

    private static Step withAdaAndPin(String number, String what) {
        return withAda(number, what).after(GetAssertionStepsTest::setPin);
    }

    private static GetAssertion proved(KeyInHand key, GetAssertion request, int permissions, String rpId) {
        PinClient client = new PinClient(key, 2);
        var token = client.token(client.withPermissions(PIN, permissions, Optional.of(rpId)));
        return request.with(client.proof(token, HASH));
    }

    private static GetAssertion proved(KeyInHand key, GetAssertion request) {
        return proved(key, request, 2, RP);
    }

    private static GetAssertion listing(KeyInHand key, CborMap extensions) {
        return get(Requests.verified(key.send(with(make(), extensions))).credentialId());
    }

    private static <T> CborMap of(Field<T> extension, T value) {
        return CborMap.builder().put(extension, value).build();
    }

    static Stream<Step> refusals() {
        CredentialOptions rk = CredentialOptions.NONE.withRk(false);
        GetAssertion tooMany = GetAssertion.of(RP, HASH, Collections.nCopies(17, CredentialDescriptor.of(HASH)));
        return Stream.of(
                withAda("0", "a hash of 31 bytes")
                        .asked(GetAssertion.of(RP, HASH.from(1), List.of()))
                        .gives(CtapStatus.INVALID_LENGTH),
                withAda("1", "no PIN").asked(get().with(EMPTY)).gives(CtapStatus.PIN_NOT_SET),
                withAdaAndPin("1", "a PIN").asked(get().with(EMPTY)).gives(CtapStatus.PIN_INVALID),
                withAda("1", "before 4").asked(get().with(EMPTY).with(rk)).gives(CtapStatus.PIN_NOT_SET),
                withAda("1.2", "nobody there")
                        .after(key -> key.user = UserPresence.NEVER)
                        .asked(get().with(EMPTY))
                        .gives(CtapStatus.OPERATION_DENIED),
                withAda("2", "unknown protocol")
                        .asked(get().with(new PinUvAuth(HASH, 3)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                withAda("2", "no protocol")
                        .asked(get().with(new PinUvAuth(HASH, 0)))
                        .gives(CtapStatus.MISSING_PARAMETER),
                withAda("2", "before 4")
                        .asked(get().with(new PinUvAuth(HASH, 3)).with(rk))
                        .gives(CtapStatus.INVALID_PARAMETER),
                withAda("2", "a list too long").asked(tooMany).gives(CtapStatus.LIMIT_EXCEEDED),
                withAda("4", "uv without a sensor").asked(get().with(UV)).gives(CtapStatus.INVALID_OPTION),
                withAda("4", "rk").asked(get().with(rk)).gives(CtapStatus.UNSUPPORTED_OPTION),
                at("4", "before 5").on(ALWAYS_UV).asked(get().with(rk)).gives(CtapStatus.UNSUPPORTED_OPTION),
                at("5", "always-UV, nothing set up").on(ALWAYS_UV).asked(get()).gives(CtapStatus.PUAT_REQUIRED),
                at("5", "always-UV, a proof of nothing")
                        .on(ALWAYS_UV)
                        .asked(get().with(FORGED))
                        .gives(CtapStatus.PUAT_REQUIRED),
                at("5", "always-UV, a PIN")
                        .on(ALWAYS_UV.withPin(PIN))
                        .asked(get())
                        .gives(CtapStatus.PUAT_REQUIRED),
                at("5", "spares up=false")
                        .on(ALWAYS_UV)
                        .asked(get().with(NO_TOUCH))
                        .gives(CtapStatus.NO_CREDENTIALS),
                withAdaAndPin("6.1", "forged").asked(get().with(FORGED)).gives(CtapStatus.PIN_AUTH_INVALID),
                withAdaAndPin("6.1", "for making only")
                        .asked(key -> proved(key, get(), 1, RP))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                withAdaAndPin("6.1", "for another relying party")
                        .asked(key -> proved(key, get(), 2, "example.com"))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                withAdaAndPin("6.1", "used up")
                        .asked(GetAssertionStepsTest::usedUp)
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                at("6.1", "before 7")
                        .on(PLAIN.withPin(PIN))
                        .asked(get().with(FORGED))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                at("6.2", "another's finger")
                        .on(BIO)
                        .after(key -> key.finger = Finger.STRANGE)
                        .asked(get().with(UV))
                        .gives(CtapStatus.PUAT_REQUIRED)
                        .changing("fingerprints"),
                at("6.2", "no finger in time")
                        .on(BIO)
                        .after(key -> key.user = UserPresence.NEVER)
                        .asked(get().with(UV))
                        .gives(CtapStatus.USER_ACTION_TIMEOUT),
                at("7", "none is here").asked(get()).gives(CtapStatus.NO_CREDENTIALS),
                withAda("7", "a strange one").asked(get(Bytes.of(new byte[61]))).gives(CtapStatus.NO_CREDENTIALS),
                withAda("7", "another relying party's")
                        .asked(GetAssertion.of("example.com", HASH, List.of()))
                        .gives(CtapStatus.NO_CREDENTIALS),
                at("7", "protected at level 3")
                        .asked(key -> listing(key, of(Extensions.CRED_PROTECT, 3)))
                        .gives(CtapStatus.NO_CREDENTIALS),
                at("7", "protected at level 2, no list")
                        .after(key -> key.send(with(makeDiscoverable(user("Ada")), of(Extensions.CRED_PROTECT, 2))))
                        .asked(get())
                        .gives(CtapStatus.NO_CREDENTIALS),
                at("7", "before 9")
                        .after(key -> key.user = UserPresence.REFUSES)
                        .asked(get())
                        .gives(CtapStatus.NO_CREDENTIALS),
                withAda("9", "refused")
                        .after(key -> key.user = UserPresence.REFUSES)
                        .asked(get())
                        .gives(CtapStatus.OPERATION_DENIED),
                withAda("9", "nobody there")
                        .after(key -> key.user = UserPresence.NEVER)
                        .asked(get())
                        .gives(CtapStatus.OPERATION_DENIED),
                withAda("9", "cancelled")
                        .after(key -> key.user = UserPresence.NEVER)
                        .after(key -> key.patience = 2)
                        .asked(get())
                        .gives(CtapStatus.KEEPALIVE_CANCEL),
                withAda("10", "largeBlobKey false")
                        .asked(with(get(), of(Extensions.LARGE_BLOB_KEY, false)))
                        .gives(CtapStatus.INVALID_OPTION),
                withAda("6.3, 1", "no assertion before it")
                        .asked(new GetNextAssertion())
                        .gives(CtapStatus.NOT_ALLOWED),
                withAda("6.3, 2", "none is left")
                        .after(key -> key.send(get()))
                        .asked(new GetNextAssertion())
                        .gives(CtapStatus.NOT_ALLOWED),
                withAda("6.3, 3", "too late")
                        .after(GetAssertionStepsTest::bobToo)
                        .after(key -> key.time.advance(30_001))
                        .asked(new GetNextAssertion())
                        .gives(CtapStatus.NOT_ALLOWED));
    }

    private static GetAssertion usedUp(KeyInHand key) {
        GetAssertion request = proved(key, get());
        key.send(request);
        return request;
    }

    private static void bobToo(KeyInHand key) {
        key.send(makeDiscoverable(user("Bob")));
        key.send(get());
    }

    static Stream<Step> successes() {
        return Stream.of(
                withAda("6", "a proof on a key that nothing protects").asked(get().with(FORGED)),
                withAdaAndPin("6", "nobody is verified").asked(get()),
                withAdaAndPin("6.1", "a token").asked(key -> proved(key, get())),
                withAdaAndPin("4", "uv beside a proof counts for nothing").asked(key -> proved(key, get().with(UV))),
                at("7", "protected at level 2, in a list").asked(key -> listing(key, of(Extensions.CRED_PROTECT, 2))),
                withAda("9", "up=false")
                        .after(key -> key.user = UserPresence.NEVER)
                        .asked(get().with(NO_TOUCH)),
                at("11", "in a list").asked(key -> listing(key, CborMap.EMPTY)),
                withAda("12", "the newest").asked(get()),
                withAda("6.3, 4", "the next")
                        .after(GetAssertionStepsTest::bobToo)
                        .asked(new GetNextAssertion()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void aRefusalHasItsStatusAndChangesNothing(Step step) {
        step.take();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("successes")
    void aSuccessMovesTheCounterAlone(Step step) {
        step.changing("credentials").take();
    }
}
