package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.extension.Extensions;

/** minPinLength: told to the relying parties that were named for it (CTAP 2.3 §12.5). */
final class MinPinLengthExtension implements KeyExtension {
    @Override
    public Feature feature() {
        return Feature.MIN_PIN_LENGTH_EXTENSION;
    }

    @Override
    public String id() {
        return Extensions.MIN_PIN_LENGTH.name();
    }

    @Override
    public void make(Making making) {
        KeyState state = making.state();
        boolean wanted = making.inputs().get(Extensions.MIN_PIN_LENGTH, false);
        if (wanted && state.settings.tellsPinRulesTo(making.request().rp().id())) {
            making.outputs().put(Extensions.MIN_PIN_LENGTH_OUTPUT, state.pinPolicy.minLength());
        }
    }
}
