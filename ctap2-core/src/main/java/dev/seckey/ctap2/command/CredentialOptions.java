package dev.seckey.ctap2.command;

import dev.seckey.ctap2.cbor.CborType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The options of makeCredential and getAssertion (CTAP 2.3 §6.1, §6.2). Absent and false differ.
 *
 * @param rk make the credential discoverable
 * @param up ask for a touch
 * @param uv ask for built-in user verification
 */
public record CredentialOptions(Optional<Boolean> rk, Optional<Boolean> up, Optional<Boolean> uv) {
    public static final CredentialOptions NONE =
            new CredentialOptions(Optional.empty(), Optional.empty(), Optional.empty());

    public static final CborType<CredentialOptions> CBOR =
            CborType.textMap(CborType.BOOL).as(CredentialOptions::from, CredentialOptions::toCbor);

    private static CredentialOptions from(Map<String, Boolean> in) {
        return new CredentialOptions(
                Optional.ofNullable(in.get("rk")),
                Optional.ofNullable(in.get("up")),
                Optional.ofNullable(in.get("uv")));
    }

    private Map<String, Boolean> toCbor() {
        Map<String, Boolean> out = new LinkedHashMap<>();
        rk.ifPresent(value -> out.put("rk", value));
        up.ifPresent(value -> out.put("up", value));
        uv.ifPresent(value -> out.put("uv", value));
        return out;
    }

    public boolean isEmpty() {
        return rk.isEmpty() && up.isEmpty() && uv.isEmpty();
    }

    public CredentialOptions withRk(boolean value) {
        return new CredentialOptions(Optional.of(value), up, uv);
    }

    public CredentialOptions withUp(boolean value) {
        return new CredentialOptions(rk, Optional.of(value), uv);
    }

    public CredentialOptions withUv(boolean value) {
        return new CredentialOptions(rk, up, Optional.of(value));
    }
}
