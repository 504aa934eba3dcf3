package dev.seckey.cli.command;

import static dev.seckey.cli.command.MatrixRow.row;
import static java.util.Map.entry;

import dev.seckey.cli.command.MatrixRow.Cell;
import java.util.List;
import java.util.Map;

/** Every command that talks to a key. In two columns all have the same outcome: 130 after Ctrl-C, 6 if the key goes. */
final class CommandMatrix {
    /** Those that do not, and why. */
    static final Map<String, String> KEYLESS = Map.ofEntries(
            entry("list", "looks at the bus, and opens no key"),
            entry("diagnose", "finds what is wrong with a key, and ends with 0, 1 or 9 whatever it is"),
            entry("provision", "tells the fate of each key in its own words, and ends with 10 if one was not set up"),
            entry("credential verify", "reads files"),
            entry("metadata check", "reads the metadata"),
            entry("metadata show", "reads the metadata"),
            entry("metadata list", "reads the metadata"),
            entry("metadata diff", "reads files"),
            entry("metadata status", "reads the metadata"),
            entry("metadata update", "writes the metadata"),
            entry("policy list", "reads policies"),
            entry("policy show", "reads policies"),
            entry("policy check", "reads policies"),
            entry("ledger list", "reads the ledger"),
            entry("ledger show", "reads the ledger"),
            entry("ledger assign", "writes the ledger"),
            entry("ledger check", "reads the ledger"),
            entry("ledger export", "reads the ledger"),
            entry("handover keygen", "writes files"),
            entry("handover letters", "reads files"),
            entry("handover open", "reads files"),
            entry("schema", "prints what is built in"),
            entry("completion", "prints what is built in"),
            entry("virtual start", "is a key"));

    private static final String U2F_ONLY = "this key speaks only U2F (FIDO1)";
    private static final String NOBODY = "nobody touched the key";
    private static final String PIN = "--pin-file {pin}";
    private static final String CREATE = "credential create --rp example.org --user alice --user-id 00 --rk ";
    private static final String ENROLL = "fingerprint enroll --name thumb " + PIN;

    private CommandMatrix() {}

    static final List<MatrixRow> ROWS = List.of(
            row("info", "", "level2", "04", "FIDO_2_1"),
            row("verify", "--trust-simulated " + PIN, "pin-set-no-u2f", "01", "ACCEPTABLE")
                    .unsupported(Cell.on("u2f-only", 1, "NOT ACCEPTABLE"))
                    .pin()
                    .touch(NOBODY),
            row("select", "", "level2", "0b", "was touched").touch(NOBODY),
            row("wink", "", "level2", "maker's", "winks").unsupported(Cell.none("every key on USB can")),
            row("raw", "04", "level2", "04", "FIDO_2_1").unsupported("u2f-only", "shows what this key can do"),
            row("reset", "--yes", "level2", "07", "done, and read back")
                    .unsupported("u2f-only", U2F_ONLY)
                    .touch(NOBODY),
            row("pin status", "", "pin-set", "06/01", "tries left").unsupported("u2f-only", U2F_ONLY),
            row("pin set", "--new-pin-file {pin}", "level2", "06/03", "set").unsupported("u2f-only", U2F_ONLY),
            row("pin change", PIN + " --new-pin-file {pin}", "pin-set", "06/04", "changed")
                    .unsupported("u2f-only", U2F_ONLY)
                    .pin(),
            row("pin verify", PIN, "pin-set", "06/09", "right")
                    .unsupported("u2f-only", U2F_ONLY)
                    .pin(),
            row("config always-uv", "on " + PIN, "pin-set", "0d/02", "changed, and read back")
                    .unsupported("fido20", "does not know always-UV")
                    .pin(),
            row("config min-pin-length", "6 --yes " + PIN, "pin-set", "0d/03", "changed, and read back")
                    .unsupported("fido20", "does not know a minimum PIN length")
                    .pin(),
            row("config force-pin-change", PIN, "pin-set", "0d/03", "changed, and read back")
                    .unsupported("fido20", "this key")
                    .pin(),
            row("config enterprise-attestation", "enable --yes " + PIN, "pin-set", "0d/01", "changed, and read back")
                    .unsupported("fido20", "does not know enterprise attestation")
                    .pin(),
            row("config long-touch-reset", "enable --yes " + PIN, "full+pin", "0d/04", "changed, and read back")
                    .unsupported("level2", "does not know")
                    .pin(),
            row("config pin-complexity", "enable --yes " + PIN, "full+pin", "0d/03", "changed, and read back")
                    .unsupported("level2", "does not know")
                    .pin(),
            row("credential create", "--rp example.org --user bob --rk " + PIN, "pin-set", "01", "bob")
                    .unsupported(Cell.on("u2f-only", 7, "U2F"))
                    .pin()
                    .touch(NOBODY),
            row("credential assert", "--rp example.org --uv " + PIN, "pin-set", "02", "alice")
                    .after(CREATE + PIN)
                    .unsupported(Cell.on("u2f-only", 7, "U2F"))
                    .pin()
                    .touch(NOBODY),
            row("credential list", PIN, "pin-set", "0a/02", "alice")
                    .after(CREATE + PIN)
                    .unsupported("fido20", "cannot list or delete its credentials")
                    .pin(),
            row("credential usage", PIN, "pin-set", "0a/01", "room for more")
                    .unsupported("fido20", "cannot list or delete its credentials")
                    .pin(),
            row("credential update", "{credential} --user carol --yes " + PIN, "pin-set", "0a/07", "updated: ")
                    .after(CREATE + PIN)
                    .unsupported("fido20", "cannot list or delete its credentials")
                    .pin(),
            row("credential delete", "--rp example.org --yes " + PIN, "pin-set", "0a/06", "deleted: alice")
                    .after(CREATE + PIN)
                    .unsupported("fido20", "cannot list or delete its credentials")
                    .pin(),
            row("fingerprint info", "", "bio", "09", "touch").unsupported("level2", "no fingerprint"),
            row("fingerprint enroll", "--name thumb " + PIN, "bio", "09/01", "thumb")
                    .unsupported("level2", "no fingerprint")
                    .pin()
                    .touch("no finger came"),
            row("fingerprint list", PIN, "bio", "09/04", "thumb")
                    .after(ENROLL)
                    .unsupported("level2", "no fingerprint")
                    .pin(),
            row("fingerprint rename", "thumb finger " + PIN, "bio", "09/05", "finger")
                    .after(ENROLL)
                    .unsupported("level2", "no fingerprint")
                    .pin(),
            row("fingerprint delete", "thumb --yes " + PIN, "bio", "09/06", "thumb")
                    .after(ENROLL)
                    .unsupported("level2", "no fingerprint")
                    .pin(),
            row("blob list", PIN, "pin-set", "0c", "bytes in use")
                    .unsupported("fido20", "keeps no large blobs")
                    .pin(),
            row("blob get", "--rp example.org --raw " + PIN, "pin-set", "0c", "signed metadata")
                    .after(CREATE + "--large-blob-key " + PIN, "blob set {note} --rp example.org " + PIN)
                    .unsupported("fido20", "keeps no large blobs")
                    .pin(),
            row("blob set", "{note} --rp example.org " + PIN, "pin-set", "0c", "alice")
                    .after(CREATE + "--large-blob-key " + PIN)
                    .unsupported("fido20", "keeps no large blobs")
                    .pin(),
            row("blob delete", "--rp example.org --yes " + PIN, "pin-set", "0c", "alice")
                    .after(CREATE + "--large-blob-key " + PIN, "blob set {note} --rp example.org " + PIN)
                    .unsupported("fido20", "keeps no large blobs")
                    .pin(),
            row("yubikey info", "", "yubikey", "maker's", "12345678").unsupported("level2", "YubiKey"),
            row("yubikey applications", "--disable-nfc otp --yes", "yubikey", "maker's", "disabled")
                    .unsupported("level2", "YubiKey"));
}
