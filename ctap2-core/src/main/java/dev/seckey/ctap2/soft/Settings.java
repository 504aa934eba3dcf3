package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import java.util.List;

/** What authenticatorConfig has set, but for the PIN's part of it (CTAP 2.3 §6.11). */
final class Settings implements Kept {
    private static final Field<Boolean> ALWAYS_UV = Field.of("alwaysUv", CborType.BOOL);
    private static final Field<Boolean> ENTERPRISE = Field.of("enterpriseAttestation", CborType.BOOL);
    private static final Field<Boolean> LONG_TOUCH = Field.of("longTouchForReset", CborType.BOOL);
    private static final Field<List<String>> RP_IDS = Field.of("minPinLengthRPIDs", CborType.list(CborType.TEXT));

    private final Profile profile;
    private boolean alwaysUv;
    private boolean enterpriseAttestation;
    private boolean longTouchForReset;
    private List<String> minPinLengthRpIds = List.of();

    Settings(Profile profile) {
        this.profile = profile;
        reset();
    }

    void reset() {
        alwaysUv = profile.hasAny(Feature.ALWAYS_UV_ON, Feature.ALWAYS_UV_FIXED);
        enterpriseAttestation = false;
        longTouchForReset = false;
        minPinLengthRpIds = List.of();
    }

    boolean alwaysUv() {
        return alwaysUv;
    }

    void toggleAlwaysUv() {
        alwaysUv = !alwaysUv;
    }

    /** Without always-UV only (CTAP 2.3 §7.2). */
    boolean makeCredUvNotRequired() {
        return profile.has(Feature.MAKE_CRED_UV_NOT_REQUIRED) && !alwaysUv;
    }

    /** U2F knows no user verification, so it is off where that is always wanted (CTAP 2.3 §7.2). */
    boolean speaksU2f() {
        return profile.has(Feature.U2F) && !alwaysUv;
    }

    boolean enterpriseAttestation() {
        return enterpriseAttestation;
    }

    void enableEnterpriseAttestation() {
        enterpriseAttestation = true;
    }

    boolean longTouchForReset() {
        return longTouchForReset;
    }

    void enableLongTouchForReset() {
        longTouchForReset = true;
    }

    /** Whether this relying party may learn the rules for PINs. */
    boolean tellsPinRulesTo(String rpId) {
        return minPinLengthRpIds.contains(rpId);
    }

    void tellPinRulesTo(List<String> rpIds) {
        minPinLengthRpIds = rpIds;
    }

    @Override
    public CborMap save() {
        return CborMap.builder()
                .put(ALWAYS_UV, alwaysUv)
                .put(ENTERPRISE, enterpriseAttestation)
                .put(LONG_TOUCH, longTouchForReset)
                .put(RP_IDS, minPinLengthRpIds)
                .build();
    }

    @Override
    public void restore(CborMap saved) {
        alwaysUv = saved.require(ALWAYS_UV);
        enterpriseAttestation = saved.require(ENTERPRISE);
        longTouchForReset = saved.require(LONG_TOUCH);
        minPinLengthRpIds = saved.require(RP_IDS);
    }
}
