package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.BioEnrollmentResponse.TemplateInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The enrolled fingerprints, and the tries that are left (CTAP 2.3 §6.5.3). */
final class FingerprintStore implements Kept {
    static final int CAPACITY = 5;
    static final int MAX_RETRIES = 5;

    private static final Field<List<TemplateInfo>> TEMPLATES = Field.of("templates", CborType.list(TemplateInfo.CBOR));
    private static final Field<Integer> RETRIES = Field.of("retries", CborType.UNSIGNED);
    private static final Field<Integer> COUNT = Field.of("countSincePin", CborType.UNSIGNED);

    private final List<TemplateInfo> templates = new ArrayList<>();
    private int retries = MAX_RETRIES;
    private int countSincePin;

    void reset() {
        templates.clear();
        retries = MAX_RETRIES;
        countSincePin = 0;
    }

    boolean isEmpty() {
        return templates.isEmpty();
    }

    boolean isFull() {
        return templates.size() >= CAPACITY;
    }

    List<TemplateInfo> all() {
        return List.copyOf(templates);
    }

    void add(Bytes id) {
        templates.add(new TemplateInfo(id, Optional.empty()));
    }

    boolean rename(Bytes id, String name) {
        return replace(id, Optional.of(new TemplateInfo(id, Optional.of(name))));
    }

    boolean remove(Bytes id) {
        return replace(id, Optional.empty());
    }

    private boolean replace(Bytes id, Optional<TemplateInfo> by) {
        for (int i = 0; i < templates.size(); i++) {
            if (templates.get(i).templateId().equals(id)) {
                templates.remove(i);
                templates.addAll(i, by.stream().toList());
                return true;
            }
        }
        return false;
    }

    int retries() {
        return retries;
    }

    void takeTry() {
        retries--;
    }

    /** After a finger was recognized. */
    void matched() {
        retries = MAX_RETRIES;
        countSincePin++;
    }

    /** How often a finger was recognized since the PIN was last given (uvCountSinceLastPinEntry). */
    int countSincePin() {
        return countSincePin;
    }

    /** After the right PIN. */
    void pinGiven() {
        retries = MAX_RETRIES;
        countSincePin = 0;
    }

    @Override
    public CborMap save() {
        return CborMap.builder()
                .put(TEMPLATES, templates)
                .put(RETRIES, retries)
                .put(COUNT, countSincePin)
                .build();
    }

    @Override
    public void restore(CborMap saved) {
        templates.clear();
        templates.addAll(saved.require(TEMPLATES));
        retries = saved.require(RETRIES);
        countSincePin = saved.require(COUNT);
    }
}
