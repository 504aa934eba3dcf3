package dev.seckey.ctap2.client;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The extension inputs of a request, as they are collected. What the key does not know is left out, and noted. */
final class ExtensionInputs {
    private final AuthenticatorInfo info;
    private final CborMap.Builder out = CborMap.builder();
    private final List<String> missing = new ArrayList<>();

    ExtensionInputs(AuthenticatorInfo info) {
        this.info = info;
    }

    <T> void put(Field<T> field, Optional<T> value) {
        if (value.isPresent() && want(field)) {
            out.put(field, value);
        }
    }

    void putIf(boolean wanted, Field<Boolean> field) {
        put(field, wanted ? Optional.of(true) : Optional.empty());
    }

    /** Whether the key knows it; else it is missing. */
    boolean want(Field<?> field) {
        boolean known = info.extensions().contains(field.name());
        if (!known) {
            missing.add(field.name());
        }
        return known;
    }

    CborMap toMap() {
        return out.build();
    }

    /** Those that are wanted and that the key does not have, by their identifiers. */
    List<String> missing() {
        return List.copyOf(missing);
    }
}
