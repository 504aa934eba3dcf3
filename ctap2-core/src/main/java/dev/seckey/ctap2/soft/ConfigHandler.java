package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.AuthenticatorConfig.Sub;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Permission;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** authenticatorConfig, the authenticator's side (CTAP 2.3 §6.11). */
final class ConfigHandler {
    /** Relying parties that may be told the rules for PINs, at most. */
    static final int MAX_RP_IDS = 4;

    /** The one command of the maker's own. */
    static final BigInteger VENDOR_COMMAND = new BigInteger("5ec7e70051d04a7e", 16);

    private final KeyState state;
    private final Authorization authorization;

    ConfigHandler(KeyState state) {
        this.state = state;
        this.authorization = new Authorization(state);
    }

    /** The numbers of the subcommands that this key has. */
    static List<Integer> commands(Profile profile) {
        return List.of(Sub.values()).stream()
                .filter(sub -> isSupported(profile, sub))
                .map(Sub::number)
                .toList();
    }

    private static boolean isSupported(Profile profile, Sub sub) {
        return switch (sub) {
            case ENABLE_ENTERPRISE_ATTESTATION -> profile.has(Feature.ENTERPRISE_ATTESTATION);
            case TOGGLE_ALWAYS_UV -> profile.has(Feature.ALWAYS_UV);
            case SET_MIN_PIN_LENGTH -> profile.has(Feature.SET_MIN_PIN_LENGTH);
            case ENABLE_LONG_TOUCH_FOR_RESET -> profile.has(Feature.LONG_TOUCH_FOR_RESET);
            case VENDOR_PROTOTYPE -> profile.has(Feature.VENDOR_PROTOTYPE);
        };
    }

    CborMap handle(AuthenticatorConfig request) {
        Sub sub = Sub.of(request.subCommand())
                .filter(known -> isSupported(state.profile, known))
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_SUBCOMMAND));
        // always-UV without any user verification leaves only the way out
        boolean stuck = state.settings.alwaysUv() && sub != Sub.TOGGLE_ALWAYS_UV;
        if (state.isProtected() || stuck) {
            authorization.require(request.pinUvAuth(), request.authenticated(), Permission.AUTHENTICATOR_CONFIGURATION);
        }
        switch (sub) {
            case ENABLE_ENTERPRISE_ATTESTATION -> state.settings.enableEnterpriseAttestation();
            case TOGGLE_ALWAYS_UV -> toggleAlwaysUv();
            case SET_MIN_PIN_LENGTH -> setMinPinLength(request.subCommandParams());
            case ENABLE_LONG_TOUCH_FOR_RESET -> state.settings.enableLongTouchForReset();
            case VENDOR_PROTOTYPE -> vendorPrototype(request.subCommandParams());
        }
        return CborMap.EMPTY;
    }

    private void toggleAlwaysUv() {
        if (state.profile.has(Feature.ALWAYS_UV_FIXED)) {
            throw new AuthenticatorFault(CtapStatus.OPERATION_DENIED);
        }
        state.settings.toggleAlwaysUv();
    }

    /** §6.11.6: known and obeyed, with nothing to do. */
    private static void vendorPrototype(CborMap in) {
        if (!in.require(AuthenticatorConfig.VENDOR_COMMAND_ID).equals(VENDOR_COMMAND)) {
            throw new AuthenticatorFault(CtapStatus.INVALID_SUBCOMMAND);
        }
    }

    /** §6.11.4: everything is checked before anything changes. */
    private void setMinPinLength(CborMap in) {
        PinPolicy policy = state.pinPolicy;
        int length = in.get(AuthenticatorConfig.NEW_MIN_PIN_LENGTH, policy.minLength());
        Optional<List<String>> rpIds =
                in.find(AuthenticatorConfig.MIN_PIN_LENGTH_RPIDS).filter(list -> !list.isEmpty());
        boolean complexity = in.get(AuthenticatorConfig.PIN_COMPLEXITY_POLICY, false);
        boolean force = in.get(AuthenticatorConfig.FORCE_CHANGE_PIN, false);
        if (in.has(AuthenticatorConfig.PIN_COMPLEXITY_POLICY) && !state.profile.has(Feature.PIN_COMPLEXITY)) {
            throw new AuthenticatorFault(CtapStatus.INVALID_PARAMETER);
        }
        if (length < policy.minLength() || length > policy.maxLength()) {
            throw new AuthenticatorFault(CtapStatus.PIN_POLICY_VIOLATION);
        }
        if (force && !state.pin.isSet()) {
            throw new AuthenticatorFault(CtapStatus.PIN_NOT_SET);
        }
        if (rpIds.filter(list -> list.size() > MAX_RP_IDS).isPresent()) {
            throw new AuthenticatorFault(CtapStatus.KEY_STORE_FULL);
        }
        boolean newlyComplex = complexity && !policy.complex();
        if (force || state.pin.isSet() && (state.pin.length() < length || newlyComplex)) {
            policy.forceChange();
            state.token.invalidate();
        }
        policy.raiseMinLength(length);
        if (complexity) {
            policy.wantComplexity();
        }
        rpIds.ifPresent(state.settings::tellPinRulesTo);
    }
}
