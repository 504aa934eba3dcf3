package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Step.at;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CoseKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The steps of authenticatorClientPIN, by one of the protocols. */
record ClientPinSteps(int protocol) {
    private static final String NEW_PIN = "56789";
    private static final String WRONG = "4321";
    private static final CoseKey NO_POINT =
            CoseKey.p256(CoseKey.ALG_ECDH_ES_HKDF_256, Bytes.of(new byte[32]), Bytes.of(new byte[32]));

    private static final Profile NO_PIN = KeyInHand.profile();
    private static final Profile YUBIKEY = SimulatedProfiles.named("yubikey").orElseThrow();
    private static final Profile PIN_SET = KeyInHand.profile().withPin(PIN);
    private static final Profile BLOCKED =
            KeyInHand.profile().with(PinSettings.NONE.with(PIN).withRetries(0));
    private static final Profile LAST_TRY =
            KeyInHand.profile().with(PinSettings.NONE.with(PIN).withRetries(1));
    private static final Profile FORCED =
            KeyInHand.profile().with(PinSettings.NONE.with(PIN).withChangeForced());
    private static final Profile FULL =
            SimulatedProfiles.named("full").orElseThrow().withPin(PIN);
    private static final Profile BIO = SimulatedProfiles.named("bio").orElseThrow();
    private static final Profile BIO_PLAIN = BIO.without(Feature.UV_CONFIG);

    Stream<Step> all() {
        return Stream.of(agreement(), setting(), changing(), legacy(), byPin(), byUv())
                .flatMap(Function.identity());
    }

    private Step row(String number, String what, Profile profile, Function<PinClient, ClientPin> asking) {
        return at(number, what + ", protocol " + protocol)
                .on(profile)
                .asked(key -> asking.apply(new PinClient(key, protocol)));
    }

    private Stream<Step> agreement() {
        return Stream.of(
                row("6.5.5.4, 4", "unknown protocol", PIN_SET, client -> ClientPin.getKeyAgreement(3))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.4, 5", "its public key", PIN_SET, client -> ClientPin.getKeyAgreement(protocol)),
                row("6.5.5.2, 2", "tries left", PIN_SET, client -> ClientPin.getPinRetries()),
                row("6.5.5.2, 2", "tries left, no PIN", NO_PIN, client -> ClientPin.getPinRetries()),
                row("6.5.5.2, 2", "tries left, as a YubiKey", YUBIKEY, client -> ClientPin.getPinRetries())
                        .gives(CtapStatus.PIN_NOT_SET));
    }

    private Stream<Step> setting() {
        Profile none = NO_PIN;
        return Stream.of(
                row("6.5.5.5, 1", "no key", none, client -> without(client.set(PIN), 3))
                        .gives(CtapStatus.MISSING_PARAMETER),
                row("6.5.5.5, 2", "unknown protocol", none, client -> by(3, client.set(PIN)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.5, 2", "before 3", PIN_SET, client -> by(3, client.set(PIN)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.5, 3", "a PIN is set", PIN_SET, client -> client.set(NEW_PIN))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                row("6.5.5.5, 4", "no point of the curve", none, client -> toward(NO_POINT, client.set(PIN)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.5, 5", "forged", none, client -> forged(client.set(PIN)))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                row("6.5.5.5, 6", "not whole blocks", none, ClientPinSteps::halfABlock)
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                row("6.5.5.5, 7", "not 64 bytes", none, client -> client.setPadded(new byte[32]))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.5, 9", "too short", none, client -> client.set("123"))
                        .gives(CtapStatus.PIN_POLICY_VIOLATION),
                row("6.5.5.5, 10", "too long", none, client -> client.setPadded(sixes(64)))
                        .gives(CtapStatus.PIN_POLICY_VIOLATION),
                row("6.5.5.5, 12", "as long as can be", none, client -> client.setPadded(Arrays.copyOf(sixes(63), 64)))
                        .changing("pin"));
    }

    private static byte[] sixes(int length) {
        byte[] pin = new byte[length];
        Arrays.fill(pin, (byte) '6');
        return pin;
    }

    private static ClientPin halfABlock(PinClient client) {
        client.set(PIN);
        return client.setEncrypted(Bytes.of(new byte[63]));
    }

    private Stream<Step> changing() {
        Function<PinClient, ClientPin> right = client -> client.change(PIN, NEW_PIN);
        Function<PinClient, ClientPin> wrong = client -> client.change(WRONG, NEW_PIN);
        return Stream.of(
                row("6.5.5.6, 1", "no hash", PIN_SET, client -> without(right.apply(client), 6))
                        .gives(CtapStatus.MISSING_PARAMETER),
                row("6.5.5.6, 2", "unknown protocol", PIN_SET, client -> by(3, right.apply(client)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.6, 3", "no PIN", KeyInHand.profile(), right).gives(CtapStatus.PIN_NOT_SET),
                row("6.5.5.6, 3", "no try left", BLOCKED, right).gives(CtapStatus.PIN_BLOCKED),
                row("6.5.5.6, 4", "no point of the curve", PIN_SET, client -> toward(NO_POINT, right.apply(client)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.6, 5", "forged", PIN_SET, client -> forged(right.apply(client)))
                        .gives(CtapStatus.PIN_AUTH_INVALID),
                mismatch("6.5.5.6, 7", wrong),
                third("6.5.5.6, 7", wrong),
                last("6.5.5.6, 7", wrong),
                row("6.5.5.6, 12", "too short", PIN_SET, client -> client.change(PIN, "123"))
                        .gives(CtapStatus.PIN_POLICY_VIOLATION),
                row("6.5.5.6, 13", "the same, where another is wanted", FORCED, client -> client.change(PIN, PIN))
                        .gives(CtapStatus.PIN_POLICY_VIOLATION),
                row("6.5.5.6, 16", "another, where that is wanted", FORCED, right)
                        .changing("pin", "pinPolicy", "persistentToken"),
                row("6.5.5.6, 21", "another", PIN_SET, right).changing("pin", "persistentToken"));
    }

    private Step mismatch(String number, Function<PinClient, ClientPin> wrong) {
        return row(number, "wrong", PIN_SET, wrong)
                .gives(CtapStatus.PIN_INVALID)
                .changing("pin");
    }

    private Step third(String number, Function<PinClient, ClientPin> wrong) {
        return row(number, "wrong for the third time", PIN_SET, wrong)
                .after(key -> key.status(new PinClient(key, protocol).legacy(WRONG)))
                .after(key -> key.status(new PinClient(key, protocol).legacy(WRONG)))
                .gives(CtapStatus.PIN_AUTH_BLOCKED)
                .changing("pin");
    }

    private Step last(String number, Function<PinClient, ClientPin> wrong) {
        return row(number, "wrong for the last time", LAST_TRY, wrong)
                .gives(CtapStatus.PIN_BLOCKED)
                .changing("pin");
    }

    private Stream<Step> legacy() {
        Function<PinClient, ClientPin> right = client -> client.legacy(PIN);
        Function<PinClient, ClientPin> wrong = client -> client.legacy(WRONG);
        return Stream.of(
                row("6.5.5.7.1, 1", "no hash", PIN_SET, client -> without(right.apply(client), 6))
                        .gives(CtapStatus.MISSING_PARAMETER),
                row("6.5.5.7.1, 2", "unknown protocol", PIN_SET, client -> by(3, right.apply(client)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.7.1, 3", "permissions", PIN_SET, client -> permitting(right.apply(client), 1))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.7.1, 3", "before 5", BLOCKED, client -> permitting(right.apply(client), 1))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.7.1, 5", "no PIN", KeyInHand.profile(), right).gives(CtapStatus.PIN_NOT_SET),
                row("6.5.5.7.1, 5", "no try left", BLOCKED, right).gives(CtapStatus.PIN_BLOCKED),
                row("6.5.5.7.1, 6", "no point of the curve", PIN_SET, client -> toward(NO_POINT, right.apply(client)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                mismatch("6.5.5.7.1, 9", wrong),
                third("6.5.5.7.1, 9", wrong),
                last("6.5.5.7.1, 9", wrong),
                row("6.5.5.7.1, 10", "right after a wrong one", PIN_SET, right)
                        .after(key -> key.status(new PinClient(key, protocol).legacy(WRONG)))
                        .changing("pin"),
                row("6.5.5.7.1, 11", "another PIN is wanted", FORCED, right).gives(CtapStatus.PIN_INVALID),
                row("6.5.5.7.1, 15", "a token", PIN_SET, right));
    }

    private Stream<Step> byPin() {
        Function<PinClient, ClientPin> right = permitted(PIN, 1);
        Function<PinClient, ClientPin> wrong = permitted(WRONG, 1);
        return Stream.of(
                row("6.5.5.7.2, 1", "no permissions", PIN_SET, client -> without(right.apply(client), 9))
                        .gives(CtapStatus.MISSING_PARAMETER),
                row("6.5.5.7.2, 2", "unknown protocol", PIN_SET, client -> by(3, right.apply(client)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.7.2, 3", "none of them", PIN_SET, permitted(PIN, 0)).gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.7.2, 4", "be", PIN_SET, permitted(PIN, 8)).gives(CtapStatus.UNAUTHORIZED_PERMISSION),
                row("6.5.5.7.2, 4", "pcmr", PIN_SET, permitted(PIN, 0x40)).gives(CtapStatus.UNAUTHORIZED_PERMISSION),
                row("6.5.5.7.2, 4", "pcmr and cm", FULL, permitted(PIN, 0x44))
                        .gives(CtapStatus.UNAUTHORIZED_PERMISSION),
                row("6.5.5.7.2, 4", "mc where a PIN is not for that", noMcGa(), permitted(PIN, 1))
                        .gives(CtapStatus.UNAUTHORIZED_PERMISSION),
                row("6.5.5.7.2, 4", "before 5", BLOCKED, permitted(PIN, 8)).gives(CtapStatus.UNAUTHORIZED_PERMISSION),
                row("6.5.5.7.2, 5", "no PIN", KeyInHand.profile(), right).gives(CtapStatus.PIN_NOT_SET),
                row("6.5.5.7.2, 5", "no try left", BLOCKED, right).gives(CtapStatus.PIN_BLOCKED),
                row("6.5.5.7.2, 6", "no point of the curve", PIN_SET, client -> toward(NO_POINT, right.apply(client)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                mismatch("6.5.5.7.2, 9", wrong),
                third("6.5.5.7.2, 9", wrong),
                last("6.5.5.7.2, 9", wrong),
                row("6.5.5.7.2, 11", "another PIN is wanted", FORCED, right).gives(CtapStatus.PIN_POLICY_VIOLATION),
                row("6.5.5.7.2, 12", "the persistent token", FULL, permitted(PIN, 0x40)),
                row("6.5.5.7.2, 15", "what means nothing is passed over", PIN_SET, permitted(PIN, 0x81)),
                row("6.5.5.7.2, 17", "a token", PIN_SET, right));
    }

    private static Profile noMcGa() {
        return PIN_SET.with(Feature.NO_MC_GA_WITH_CLIENT_PIN);
    }

    private static Function<PinClient, ClientPin> permitted(String pin, int permissions) {
        return client -> client.withPermissions(pin, permissions, Optional.of(RP));
    }

    private Stream<Step> byUv() {
        Function<PinClient, ClientPin> right = client -> client.usingUv(1, Optional.of(RP));
        return Stream.of(
                row("6.5.5.7.3, 1", "no permissions", BIO, client -> without(right.apply(client), 9))
                        .gives(CtapStatus.MISSING_PARAMETER),
                row("6.5.5.7.3, 2", "unknown protocol", BIO, client -> by(3, right.apply(client)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.7.3, 3", "none of them", BIO, client -> client.usingUv(0, Optional.of(RP)))
                        .gives(CtapStatus.INVALID_PARAMETER),
                row("6.5.5.7.3, 4", "acfg", BIO_PLAIN, client -> client.usingUv(0x20, Optional.empty()))
                        .gives(CtapStatus.UNAUTHORIZED_PERMISSION),
                row("6.5.5.7.3, 5", "no finger enrolled", FULL, right).gives(CtapStatus.NOT_ALLOWED),
                row("6.5.5.7.3, 7", "no try left", BIO, right)
                        .after(ClientPinSteps::wearOut)
                        .gives(CtapStatus.UV_BLOCKED),
                row("6.5.5.7.3, 10.1", "no finger in time", BIO, right)
                        .after(key -> key.user = UserPresence.NEVER)
                        .gives(CtapStatus.USER_ACTION_TIMEOUT),
                row("6.5.5.7.3, 10.3", "another's finger", BIO, right)
                        .after(key -> key.finger = Finger.STRANGE)
                        .gives(CtapStatus.UV_INVALID)
                        .changing("fingerprints"),
                row("6.5.5.7.3, 16", "a token", BIO, right).changing("fingerprints"),
                row("6.5.5.3, 2", "tries left", BIO, client -> ClientPin.getUvRetries()));
    }

    private static void wearOut(KeyInHand key) {
        key.finger = Finger.STRANGE;
        for (int i = 0; i < FingerprintStore.MAX_RETRIES; i++) {
            key.status(new PinClient(key, 2).usingUv(1, Optional.of(RP)));
        }
    }

    /** A request with one member changed. */
    private static ClientPin changed(
            ClientPin whole,
            int protocol,
            Optional<CoseKey> key,
            Optional<Bytes> param,
            Optional<Integer> permissions) {
        return new ClientPin(
                whole.subCommand(),
                Optional.of(protocol),
                key,
                param,
                whole.newPinEnc(),
                whole.pinHashEnc(),
                permissions,
                whole.rpId());
    }

    private static ClientPin by(int protocol, ClientPin whole) {
        return changed(whole, protocol, whole.keyAgreement(), whole.pinUvAuthParam(), whole.permissions());
    }

    private static ClientPin toward(CoseKey key, ClientPin whole) {
        int protocol = whole.pinUvAuthProtocol().orElseThrow();
        return changed(whole, protocol, Optional.of(key), whole.pinUvAuthParam(), whole.permissions());
    }

    private static ClientPin forged(ClientPin whole) {
        int protocol = whole.pinUvAuthProtocol().orElseThrow();
        Bytes param = Bytes.of(new byte[whole.pinUvAuthParam().orElseThrow().size()]);
        return changed(whole, protocol, whole.keyAgreement(), Optional.of(param), whole.permissions());
    }

    private static ClientPin permitting(ClientPin whole, int permissions) {
        int protocol = whole.pinUvAuthProtocol().orElseThrow();
        return changed(whole, protocol, whole.keyAgreement(), whole.pinUvAuthParam(), Optional.of(permissions));
    }

    /** @param member its number */
    private static ClientPin without(ClientPin whole, int member) {
        return new ClientPin(
                whole.subCommand(),
                whole.pinUvAuthProtocol(),
                whole.keyAgreement().filter(value -> member != 3),
                whole.pinUvAuthParam(),
                whole.newPinEnc(),
                whole.pinHashEnc().filter(value -> member != 6),
                whole.permissions().filter(value -> member != 9),
                whole.rpId());
    }
}
