package dev.seckey.ctap2.soft;

/** All that the parts of one software authenticator share. */
final class KeyState {
    final Profile profile;
    final Environment environment;
    final PinStore pin = new PinStore();
    final TokenState token;
    final TouchSensor touch;
    final CredentialStore credentials;

    KeyState(Profile profile, Environment environment) {
        this.profile = profile;
        this.environment = environment;
        this.token = new TokenState(environment);
        this.touch = new TouchSensor(environment);
        this.credentials = new CredentialStore(environment.random());
        pin.setUp(profile);
    }

    /** Everything that a reset forgets (CTAP 2.3 §6.6). */
    void reset() {
        pin.clear();
        token.invalidate();
        credentials.reset(environment.random());
    }
}
