package dev.seckey.cli.output;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * getInfo as JSON: every member that CTAP 2.3 knows by its name there, in the order of their numbers. Where the
 * specification gives a meaning to an absent member, that stands in its place.
 */
final class InfoJson {
    /** Lists of small numbers. Those of up to 64 bits are text, since few readers of JSON keep them whole. */
    private static final Set<Field<?>> NUMBERS =
            Set.of(AuthenticatorInfo.PIN_UV_AUTH_PROTOCOLS, AuthenticatorInfo.AUTHENTICATOR_CONFIG_COMMANDS);

    private InfoJson() {}

    static void write(JsonWriter out, AuthenticatorInfo info) {
        Map<Field<?>, Object> absent = Map.of(
                AuthenticatorInfo.EXTENSIONS, List.of(),
                AuthenticatorInfo.OPTIONS, Map.of(),
                AuthenticatorInfo.MAX_MSG_SIZE, info.maxMsgSize(),
                AuthenticatorInfo.PIN_UV_AUTH_PROTOCOLS, List.of(),
                AuthenticatorInfo.TRANSPORTS, List.of(),
                AuthenticatorInfo.FORCE_PIN_CHANGE, info.forcePinChange(),
                AuthenticatorInfo.MIN_PIN_LENGTH, info.minPinLength(),
                AuthenticatorInfo.MAX_PIN_LENGTH, info.maxPinLength(),
                AuthenticatorInfo.ATTESTATION_FORMATS, info.attestationFormats());
        for (Field<?> field : AuthenticatorInfo.FIELDS) {
            Optional<?> told = info.members().find(field);
            Object value = told.isPresent() ? told.get() : absent.get(field);
            if (value != null) {
                write(out, field, value);
            }
        }
        if (!info.unknown().isEmpty()) {
            out.object("unknown", inner -> info.unknown().forEach((name, item) -> inner.member(name, item.toString())));
        }
    }

    private static void write(JsonWriter out, Field<?> field, Object value) {
        if (field == AuthenticatorInfo.ALGORITHMS) {
            out.objects(
                    field.name(),
                    ((List<?>) value)
                            .stream().map(CredentialParameters.class::cast).toList(),
                    InfoJson::write);
        } else if (field == AuthenticatorInfo.PIN_COMPLEXITY_POLICY_URL) {
            out.member(field.name(), new String(((Bytes) value).toArray(), StandardCharsets.UTF_8));
        } else if (value instanceof List<?> list) {
            write(out, field, list);
        } else if (value instanceof Map<?, ?> map) {
            out.object(
                    field.name(), inner -> map.forEach((name, each) -> inner.member((String) name, Optional.of(each))));
        } else {
            out.member(field.name(), Optional.of(value));
        }
    }

    private static void write(JsonWriter out, CredentialParameters algorithm) {
        out.member("type", algorithm.type())
                .member("alg", algorithm.alg())
                .member("name", Algorithm.nameOf(algorithm.alg()));
    }

    private static void write(JsonWriter out, Field<?> field, List<?> list) {
        if (NUMBERS.contains(field)) {
            out.numbers(field.name(), list.stream().map(Integer.class::cast).toList());
        } else {
            out.strings(field.name(), list.stream().map(Object::toString).toList());
        }
    }
}
