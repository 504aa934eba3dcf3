package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.server.Extra;
import dev.seckey.ctap2.transport.CommandApdu;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.StatusWord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The key's side of the management protocol, for a key that plays a YubiKey: two pages, and a configuration. */
final class SimulatedManagement implements Extra {
    private static final String VERSION = "Virtual mgr - FW version 5.7.1";
    private static final int LAST_PAGE = 1;
    private static final int FIRST_SERIAL = 12_345_678;

    private final Map<Integer, Bytes> members = new LinkedHashMap<>();
    private final Optional<Bytes> lockCode;

    /**
     * @param lockCode without which nothing can be changed
     * @param number is added to the serial number
     */
    SimulatedManagement(Optional<Bytes> lockCode, int number) {
        this.lockCode = lockCode;
        put(Tag.USB_SUPPORTED, "033B");
        put(Tag.SERIAL, String.format("%08X", FIRST_SERIAL + number));
        put(Tag.USB_ENABLED, "033B");
        put(Tag.FORM_FACTOR, "03");
        put(Tag.VERSION, "050701");
        put(Tag.AUTO_EJECT_TIMEOUT, "0000");
        put(Tag.CHALLENGE_RESPONSE_TIMEOUT, "0F");
        put(Tag.DEVICE_FLAGS, "00");
        put(Tag.NFC_SUPPORTED, "033B");
        put(Tag.NFC_ENABLED, "033B");
        put(Tag.CONFIG_LOCK, lockCode.isPresent() ? "01" : "00");
        put(Tag.FIPS_CAPABLE, "0000");
        put(Tag.FIPS_APPROVED, "0000");
        put(Tag.PIN_COMPLEXITY, "00");
        put(Tag.NFC_RESTRICTED, "00");
        put(Tag.RESET_BLOCKED, "0000");
    }

    private void put(int tag, String hex) {
        members.put(tag, Bytes.fromHex(hex));
    }

    @Override
    public Bytes aid() {
        return CardManagement.AID;
    }

    @Override
    public Bytes selected() {
        return Bytes.utf8(VERSION);
    }

    @Override
    public ResponseApdu apdu(CommandApdu command) {
        return switch (command.ins()) {
            case CardManagement.READ_CONFIG -> ResponseApdu.ok(page(command.p1()));
            case CardManagement.WRITE_CONFIG ->
                ResponseApdu.of(write(command.data()) ? StatusWord.OK : StatusWord.CONDITIONS_NOT_SATISFIED);
            default -> ResponseApdu.of(StatusWord.INS_NOT_SUPPORTED);
        };
    }

    @Override
    public Optional<Bytes> vendor(int command, Bytes message) {
        return switch (command) {
            case HidManagement.READ_CONFIG -> Optional.of(page(message.isEmpty() ? 0 : message.at(0)));
            case HidManagement.WRITE_CONFIG -> Optional.of(Bytes.EMPTY).filter(done -> write(message));
            default -> Optional.empty();
        };
    }

    /** What a real key has on one page stands on two here, so that readers learn to turn it. */
    private Bytes page(int number) {
        Map<Integer, Bytes> here = new LinkedHashMap<>(members);
        here.keySet().removeIf(tag -> (tag >= Tag.PART_NUMBER) != (number == LAST_PAGE));
        if (number < LAST_PAGE) {
            here.put(Tag.MORE_DATA, Bytes.ofInts(1));
        }
        return counted(Tlv.encode(number > LAST_PAGE ? Map.of() : here));
    }

    private static Bytes counted(Bytes page) {
        return Bytes.ofInts(page.size()).plus(page);
    }

    private boolean write(Bytes config) {
        Map<Integer, Bytes> change;
        try {
            change = Tlv.parse(config);
        } catch (MalformedFault e) {
            return false;
        }
        if (lockCode.isPresent() && !lockCode.equals(Optional.ofNullable(change.get(Tag.UNLOCK)))) {
            return false;
        }
        for (int tag : new int[] {Tag.USB_ENABLED, Tag.NFC_ENABLED, Tag.NFC_RESTRICTED}) {
            Optional.ofNullable(change.get(tag)).ifPresent(value -> members.put(tag, value));
        }
        return true;
    }
}
