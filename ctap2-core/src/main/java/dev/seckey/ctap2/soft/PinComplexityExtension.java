package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.extension.Extensions;

/** pinComplexityPolicy: told to the relying parties that were named for it (CTAP 2.3 §12.6). */
final class PinComplexityExtension implements KeyExtension {
    @Override
    public Feature feature() {
        return Feature.PIN_COMPLEXITY_EXTENSION;
    }

    @Override
    public String id() {
        return Extensions.PIN_COMPLEXITY_POLICY.name();
    }

    @Override
    public void make(Making making) {
        KeyState state = making.state();
        boolean wanted = making.inputs().get(Extensions.PIN_COMPLEXITY_POLICY, false);
        if (wanted && state.settings.tellsPinRulesTo(making.request().rp().id())) {
            making.outputs().put(Extensions.PIN_COMPLEXITY_POLICY, state.pinPolicy.complex());
        }
    }
}
