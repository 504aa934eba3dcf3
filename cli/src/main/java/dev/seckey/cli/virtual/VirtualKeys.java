package dev.seckey.cli.virtual;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.yubico.SimulatedYubiKey;

/** Makes a simulated key of its profile, with whatever that kind of key has beside FIDO. */
public final class VirtualKeys {
    /** Of the profile yubikey-locked: of a simulated key, so no secret. */
    private static final Bytes LOCK_CODE = Bytes.fromHex("00112233445566778899aabbccddeeff");

    private VirtualKeys() {}

    public static RequestHandler make(Profile profile, Environment environment) {
        return make(profile, environment, Memory.NONE);
    }

    /** @param memory where its FIDO side keeps what it holds */
    public static RequestHandler make(Profile profile, Environment environment, Memory memory) {
        return make(profile, environment, memory, 0);
    }

    /** @param number of several, from 0: their serial numbers follow one another */
    public static RequestHandler make(Profile profile, Environment environment, Memory memory, int number) {
        SoftAuthenticator fido = new SoftAuthenticator(profile, environment, memory);
        return switch (profile.name()) {
            case "yubikey" -> SimulatedYubiKey.of(fido, number);
            case "yubikey-locked" -> SimulatedYubiKey.locked(fido, LOCK_CODE, number);
            default -> fido;
        };
    }
}
