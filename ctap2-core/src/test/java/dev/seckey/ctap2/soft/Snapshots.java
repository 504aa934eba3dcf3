package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A memory that shows all that a key would write into its file. */
final class Snapshots implements Memory {
    private static final List<String> PARTS =
            List.of("settings", "pinPolicy", "pin", "persistentToken", "credentials", "largeBlobs", "fingerprints");

    private Supplier<CborMap> state = () -> CborMap.EMPTY;

    @Override
    public Optional<CborMap> load() {
        return Optional.empty();
    }

    @Override
    public void keep(Supplier<CborMap> current) {
        state = current;
    }

    CborMap now() {
        return state.get();
    }

    /** The parts that are others now. */
    Set<String> changedSince(CborMap before) {
        CborMap now = now();
        return PARTS.stream()
                .filter(part -> !part(before, part).equals(part(now, part)))
                .collect(Collectors.toSet());
    }

    private static CborMap part(CborMap state, String name) {
        return state.require(Field.of(name, CborType.MAP));
    }
}
