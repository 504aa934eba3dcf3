package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.makeDiscoverable;
import static dev.seckey.ctap2.soft.Requests.user;
import static dev.seckey.ctap2.soft.Step.at;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.GetInfo;
import dev.seckey.ctap2.command.LargeBlobs;
import dev.seckey.ctap2.command.Reset;
import dev.seckey.ctap2.command.Selection;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Permission;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** authenticatorLargeBlobs, authenticatorReset and authenticatorSelection, step by step (CTAP 2.3 §6.10, §6.6, §6.9). */
class OtherStepsTest {
    private static final Profile PLAIN = KeyInHand.profile();
    private static final Profile PIN_SET = PLAIN.withPin(PIN);
    private static final Profile FULL = SimulatedProfiles.named("full").orElseThrow();
    private static final Bytes CONTENT = Bytes.fromHex("81 43 010203");
    private static final Bytes ARRAY = CONTENT.plus(CONTENT.sha256().slice(0, 16));
    private static final LargeBlobs WRITE = LargeBlobs.write(0, ARRAY, Optional.of(ARRAY.size()));

    private static LargeBlobs proved(KeyInHand key, Permission permission) {
        return WRITE.with(Proofs.of(key, permission, WRITE.authenticated()));
    }

    static Stream<Step> largeBlobs() {
        LargeBlobs damaged = LargeBlobs.write(0, ARRAY.from(1), Optional.of(ARRAY.size() - 1));
        return Stream.of(
                at("3", "read").asked(LargeBlobs.read(0, 17)),
                at("3", "read, with a proof")
                        .asked(LargeBlobs.read(0, 17).with(Proofs.FORGED))
                        .gives(CtapStatus.INVALID_PARAMETER),
                at("3", "read from beyond").asked(LargeBlobs.read(18, 1)).gives(CtapStatus.INVALID_PARAMETER),
                at("4", "no length")
                        .asked(LargeBlobs.write(0, ARRAY, Optional.empty()))
                        .gives(CtapStatus.INVALID_PARAMETER),
                at("4", "more than there is room")
                        .asked(LargeBlobs.write(0, ARRAY, Optional.of(LargeBlobStore.CAPACITY + 1)))
                        .gives(CtapStatus.LARGE_BLOB_STORAGE_FULL),
                at("5", "not where it stopped")
                        .asked(LargeBlobs.write(5, ARRAY, Optional.empty()))
                        .gives(CtapStatus.INVALID_SEQ),
                at("6", "no proof").on(PIN_SET).asked(WRITE).gives(CtapStatus.PUAT_REQUIRED),
                at("6", "no protocol")
                        .on(PIN_SET)
                        .asked(WRITE.with(Proofs.OF_NO_PROTOCOL))
                        .gives(CtapStatus.MISSING_PARAMETER),
                at("6", "unknown protocol")
                        .on(PIN_SET)
                        .asked(WRITE.with(Proofs.OF_PROTOCOL_3))
                        .gives(CtapStatus.INVALID_PARAMETER),
                at("6", "forged").on(PIN_SET).asked(WRITE.with(Proofs.FORGED)).gives(CtapStatus.PIN_AUTH_INVALID),
                at("6", "no permission")
                        .on(PIN_SET)
                        .asked(key -> proved(key, Permission.CREDENTIAL_MANAGEMENT))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                at("8", "a part of it").asked(LargeBlobs.write(0, ARRAY.slice(0, 9), Optional.of(ARRAY.size()))),
                at("9", "damaged").asked(damaged).gives(CtapStatus.INTEGRITY_FAILURE),
                at("9", "done").asked(WRITE).changing("largeBlobs"),
                at("9", "done, proved")
                        .on(PIN_SET)
                        .asked(key -> proved(key, Permission.LARGE_BLOB_WRITE))
                        .changing("largeBlobs"));
    }

    private static void use(KeyInHand key) {
        key.send(makeDiscoverable(user("Ada")));
        key.send(WRITE);
        key.send(AuthenticatorConfig.of(AuthenticatorConfig.Sub.ENABLE_ENTERPRISE_ATTESTATION, CborMap.EMPTY));
        Proofs.setPin(key);
    }

    private static Step used(String number, String what) {
        return at(number, what).after(OtherStepsTest::use).asked(new Reset());
    }

    static Stream<Step> reset() {
        return Stream.of(
                used("1", "by another way than it takes")
                        .on(FULL)
                        .after(key -> key.transport = "nfc")
                        .gives(CtapStatus.OPERATION_DENIED),
                used("2", "late").after(key -> key.time.advance(10_001)).gives(CtapStatus.NOT_ALLOWED),
                used("3", "refused")
                        .after(key -> key.user = UserPresence.REFUSES)
                        .gives(CtapStatus.OPERATION_DENIED),
                used("3", "nobody there")
                        .after(key -> key.user = UserPresence.NEVER)
                        .gives(CtapStatus.USER_ACTION_TIMEOUT),
                used("4", "done").changing("settings", "pin", "persistentToken", "credentials", "largeBlobs"));
    }

    static Stream<Step> selection() {
        return Stream.of(
                at("1", "touched").asked(new Selection()),
                at("1", "refused")
                        .after(key -> key.user = UserPresence.REFUSES)
                        .asked(new Selection())
                        .gives(CtapStatus.OPERATION_DENIED),
                at("1", "nobody there")
                        .after(key -> key.user = UserPresence.NEVER)
                        .asked(new Selection())
                        .gives(CtapStatus.USER_ACTION_TIMEOUT),
                at("getInfo", "done").after(OtherStepsTest::use).asked(new GetInfo()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"largeBlobs", "reset", "selection"})
    void everyStepHasItsStatusAndChangesOnlyWhatItMust(Step step) {
        step.take();
    }
}
