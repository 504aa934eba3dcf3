package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that the parts of one software authenticator share. */
final class KeyState {
    final Profile profile;
    final Environment environment;
    final Settings settings;
    final PinPolicy pinPolicy;
    final PinStore pin = new PinStore();
    final KeyAgreement keyAgreement;
    final TokenState token;
    final PersistentToken persistentToken;
    final TouchSensor touch;
    final CredentialStore credentials;
    final LargeBlobStore largeBlobs = new LargeBlobStore();
    final FingerprintStore fingerprints = new FingerprintStore();

    private final Map<String, Kept> kept = new LinkedHashMap<>();

    KeyState(Profile profile, Environment environment) {
        this.profile = profile;
        this.environment = environment;
        this.settings = new Settings(profile);
        this.pinPolicy = new PinPolicy(profile.pin());
        this.keyAgreement = new KeyAgreement(environment);
        this.token = new TokenState(environment);
        this.persistentToken = new PersistentToken(environment);
        this.touch = new TouchSensor(environment);
        this.credentials = new CredentialStore(environment.random());
        pin.setUp(profile.pin());
        if (profile.has(Feature.FINGER_ENROLLED)) {
            fingerprints.add(Bytes.random(environment.random(), 2));
        }
        kept.put("settings", settings);
        kept.put("pinPolicy", pinPolicy);
        kept.put("pin", pin);
        kept.put("persistentToken", persistentToken);
        kept.put("credentials", credentials);
        kept.put("largeBlobs", largeBlobs);
        kept.put("fingerprints", fingerprints);
    }

    /** Everything that a reset forgets (CTAP 2.3 §6.6). */
    void reset() {
        pin.clear();
        pinPolicy.reset();
        settings.reset();
        token.invalidate();
        persistentToken.reset();
        credentials.reset(environment.random());
        largeBlobs.reset();
        fingerprints.reset();
        keyAgreement.regenerate();
    }

    /** What the loss of power forgets. */
    void powerCycle() {
        pin.powerCycle();
        token.invalidate();
        keyAgreement.regenerate();
    }

    boolean hasSensor() {
        return profile.hasAny(Feature.FINGERPRINT, Feature.FINGERPRINT_PREVIEW);
    }

    /** Whether built-in user verification is set up. */
    boolean hasFingers() {
        return hasSensor() && !fingerprints.isEmpty();
    }

    /** Protected by some form of user verification (CTAP 2.3 §6.1.2). */
    boolean isProtected() {
        return pin.isSet() || hasFingers();
    }

    /** All that outlives the loss of power. */
    CborMap save() {
        CborMap.Builder out = CborMap.builder();
        kept.forEach((name, part) -> out.put(Field.of(name, CborType.MAP), part.save()));
        return out.build();
    }

    void restore(CborMap saved) {
        kept.forEach((name, part) -> part.restore(saved.require(Field.of(name, CborType.MAP))));
    }
}
