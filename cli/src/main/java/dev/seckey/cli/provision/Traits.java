package dev.seckey.cli.provision;

import dev.seckey.cli.output.JsonWriter;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.Optional;

/**
 * What tells one key without a serial number from another of its model, a little.
 *
 * @param firmware its version, as getInfo has it
 * @param room for how many more passkeys the key has room (CTAP 2.3 §6.4, remainingDiscoverableCredentials)
 */
record Traits(Optional<Long> firmware, Optional<Integer> room) {
    static final Traits UNKNOWN = new Traits(Optional.empty(), Optional.empty());

    private static final String FIRMWARE = "firmware";
    private static final String ROOM = "roomForPasskeys";

    static Traits of(AuthenticatorInfo info) {
        return new Traits(
                info.members().find(AuthenticatorInfo.FIRMWARE_VERSION),
                info.members().find(AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS));
    }

    static Traits read(String details) {
        return new Traits(
                Details.text(details, FIRMWARE).map(Long::valueOf),
                Details.text(details, ROOM).map(Integer::valueOf));
    }

    void write(JsonWriter out) {
        out.member(FIRMWARE, firmware).member(ROOM, room);
    }

    /** Whether a key with these may be that of before: nobody has put anything on it since. */
    boolean mayHaveBeen(Traits before) {
        boolean sameFirmware = before.firmware.isEmpty() || before.firmware.equals(firmware);
        boolean unused = before.room.isEmpty() || room.isPresent() && room.get() >= before.room.get();
        return sameFirmware && unused;
    }
}
