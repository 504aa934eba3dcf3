package dev.seckey.ctap2.cbor;

import com.upokecenter.cbor.CBORObject;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An immutable CBOR map, read and written by {@link Field}. */
public final class CborMap {
    public static final CborMap EMPTY = new CborMap(CBORObject.NewMap());

    private final CBORObject node;

    CborMap(CBORObject node) {
        this.node = node;
    }

    CBORObject node() {
        return node;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** This map with some members put in or replaced. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        node.getEntries().forEach(entry -> builder.node.set(entry.getKey(), entry.getValue()));
        return builder;
    }

    public boolean has(Field<?> field) {
        return node.ContainsKey(field.key());
    }

    /** @throws MalformedFault if the member has another type */
    public <T> Optional<T> find(Field<T> field) {
        CBORObject value = node.GetOrDefault(field.key(), null);
        return value == null ? Optional.empty() : Optional.of(field.type().read(value, field.toString()));
    }

    /** @throws MalformedFault if the member has another type */
    public <T> T get(Field<T> field, T ifAbsent) {
        return find(field).orElse(ifAbsent);
    }

    /** @throws MalformedFault if the member is absent or has another type */
    public <T> T require(Field<T> field) {
        return find(field).orElseThrow(() -> new MalformedFault(CtapStatus.MISSING_PARAMETER, field + " is missing"));
    }

    /** The members that none of these fields names, by their keys in diagnostic notation. */
    public Map<String, CborItem> others(Collection<Field<?>> known) {
        Map<String, CborItem> others = new LinkedHashMap<>();
        for (Map.Entry<CBORObject, CBORObject> entry : node.getEntries()) {
            if (known.stream().noneMatch(field -> field.key().equals(entry.getKey()))) {
                others.put(entry.getKey().toString(), new CborItem(entry.getValue()));
            }
        }
        return others;
    }

    public int size() {
        return node.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** In CTAP2 canonical form. */
    public Bytes encode() {
        return Canonical.encode(node);
    }

    /** Diagnostic notation (RFC 8949 §8). */
    @Override
    public String toString() {
        return node.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CborMap && node.equals(((CborMap) other).node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /** Collects members; the order does not matter, the encoding sorts them. */
    public static final class Builder {
        private final CBORObject node = CBORObject.NewMap();

        private Builder() {}

        public <T> Builder put(Field<T> field, T value) {
            node.set(field.key(), field.type().write(value));
            return this;
        }

        /** Puts the member in if there is one. */
        public <T> Builder put(Field<T> field, Optional<T> value) {
            value.ifPresent(present -> put(field, present));
            return this;
        }

        public Builder remove(Field<?> field) {
            node.Remove(field.key());
            return this;
        }

        public CborMap build() {
            CBORObject copy = CBORObject.NewMap();
            node.getEntries().forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
            return new CborMap(copy);
        }
    }
}
