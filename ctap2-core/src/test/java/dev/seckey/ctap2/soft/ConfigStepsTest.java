package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Step.at;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.AuthenticatorConfig.Sub;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Permission;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** authenticatorConfig, step by step (CTAP 2.3 §6.11). */
class ConfigStepsTest {
    private static final Profile PLAIN = KeyInHand.profile();
    private static final Profile PIN_SET = PLAIN.withPin(PIN);
    private static final Profile FULL = SimulatedProfiles.named("full").orElseThrow();
    private static final AuthenticatorConfig TOGGLE = AuthenticatorConfig.of(Sub.TOGGLE_ALWAYS_UV, CborMap.EMPTY);

    private static AuthenticatorConfig proved(KeyInHand key, AuthenticatorConfig request, Permission permission) {
        return request.with(Proofs.of(key, permission, request.authenticated()));
    }

    private static AuthenticatorConfig proved(KeyInHand key, AuthenticatorConfig request) {
        return proved(key, request, Permission.AUTHENTICATOR_CONFIGURATION);
    }

    private static AuthenticatorConfig of(Sub sub) {
        return AuthenticatorConfig.of(sub, CborMap.EMPTY);
    }

    private static AuthenticatorConfig rules(CborMap.Builder params) {
        return AuthenticatorConfig.of(Sub.SET_MIN_PIN_LENGTH, params.build());
    }

    private static AuthenticatorConfig minLength(int codePoints) {
        return rules(CborMap.builder().put(AuthenticatorConfig.NEW_MIN_PIN_LENGTH, codePoints));
    }

    private static AuthenticatorConfig told(int count) {
        return rules(CborMap.builder().put(AuthenticatorConfig.MIN_PIN_LENGTH_RPIDS, Collections.nCopies(count, RP)));
    }

    private static AuthenticatorConfig vendor(BigInteger command) {
        return AuthenticatorConfig.of(
                Sub.VENDOR_PROTOTYPE,
                CborMap.builder()
                        .put(AuthenticatorConfig.VENDOR_COMMAND_ID, command)
                        .build());
    }

    static Stream<Step> steps() {
        AuthenticatorConfig force = rules(CborMap.builder().put(AuthenticatorConfig.FORCE_CHANGE_PIN, true));
        AuthenticatorConfig complex = rules(CborMap.builder().put(AuthenticatorConfig.PIN_COMPLEXITY_POLICY, true));
        return Stream.of(
                at("1", "unknown subcommand")
                        .asked(new AuthenticatorConfig(5, CborMap.EMPTY, Optional.empty()))
                        .gives(CtapStatus.INVALID_SUBCOMMAND),
                at("1", "a subcommand that it lacks")
                        .asked(of(Sub.ENABLE_LONG_TOUCH_FOR_RESET))
                        .gives(CtapStatus.INVALID_SUBCOMMAND),
                at("2", "no proof").on(PIN_SET).asked(TOGGLE).gives(CtapStatus.PUAT_REQUIRED),
                at("2", "always-UV, and nothing set up")
                        .on(PLAIN.with(Feature.ALWAYS_UV_ON))
                        .asked(minLength(6))
                        .gives(CtapStatus.PUAT_REQUIRED),
                at("2", "no protocol")
                        .on(PIN_SET)
                        .asked(TOGGLE.with(Proofs.OF_NO_PROTOCOL))
                        .gives(CtapStatus.MISSING_PARAMETER),
                at("2", "unknown protocol")
                        .on(PIN_SET)
                        .asked(TOGGLE.with(Proofs.OF_PROTOCOL_3))
                        .gives(CtapStatus.INVALID_PARAMETER),
                at("2", "forged").on(PIN_SET).asked(TOGGLE.with(Proofs.FORGED)).gives(CtapStatus.PIN_AUTH_INVALID),
                at("2", "no permission")
                        .on(PIN_SET)
                        .asked(key -> proved(key, TOGGLE, Permission.CREDENTIAL_MANAGEMENT))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                at("6.11.2", "always-UV for good")
                        .on(PLAIN.with(Feature.ALWAYS_UV_FIXED))
                        .asked(TOGGLE)
                        .gives(CtapStatus.OPERATION_DENIED),
                at("6.11.4", "shorter than before")
                        .on(PLAIN.with(PinSettings.NONE.withLength(8, 63)))
                        .asked(minLength(4))
                        .gives(CtapStatus.PIN_POLICY_VIOLATION),
                at("6.11.4", "longer than any PIN").asked(minLength(64)).gives(CtapStatus.PIN_POLICY_VIOLATION),
                at("6.11.4", "a change of no PIN").asked(force).gives(CtapStatus.PIN_NOT_SET),
                at("6.11.4", "too many relying parties").asked(told(5)).gives(CtapStatus.KEY_STORE_FULL),
                at("6.11.4", "a policy that it lacks").asked(complex).gives(CtapStatus.INVALID_PARAMETER),
                at("6.11.6", "another maker's")
                        .on(FULL)
                        .asked(vendor(BigInteger.ONE))
                        .gives(CtapStatus.INVALID_SUBCOMMAND),
                at("6.11.6", "nobody's")
                        .on(FULL)
                        .asked(of(Sub.VENDOR_PROTOTYPE))
                        .gives(CtapStatus.MISSING_PARAMETER),
                at("6.11.1", "done")
                        .asked(of(Sub.ENABLE_ENTERPRISE_ATTESTATION))
                        .changing("settings"),
                at("6.11.2", "done").asked(TOGGLE).changing("settings"),
                at("6.11.2", "the way out")
                        .on(PLAIN.with(Feature.ALWAYS_UV_ON))
                        .asked(TOGGLE)
                        .changing("settings"),
                at("6.11.2", "proved")
                        .on(PIN_SET)
                        .asked(key -> proved(key, TOGGLE))
                        .changing("settings"),
                at("6.11.4", "longer").asked(minLength(6)).changing("pinPolicy"),
                at("6.11.4", "longer than the PIN")
                        .on(PIN_SET)
                        .asked(key -> proved(key, minLength(PIN.length() + 1)))
                        .changing("pinPolicy"),
                at("6.11.4", "as before").asked(minLength(4)),
                at("6.11.4", "told to some").asked(told(4)).changing("settings"),
                at("6.11.4", "told to nobody: as before").asked(told(0)),
                at("6.11.4", "forced")
                        .on(PIN_SET)
                        .asked(key -> proved(key, force))
                        .changing("pinPolicy"),
                at("6.11.4", "complex").on(FULL).asked(complex).changing("pinPolicy"),
                at("6.11.5", "done")
                        .on(FULL)
                        .asked(of(Sub.ENABLE_LONG_TOUCH_FOR_RESET))
                        .changing("settings"),
                at("6.11.6", "done").on(FULL).asked(vendor(ConfigHandler.VENDOR_COMMAND)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void everyStepHasItsStatusAndChangesOnlyWhatItMust(Step step) {
        step.take();
    }
}
