package dev.seckey.cli.output;

import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.transport.HidInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the short words and bits in getInfo and in CTAPHID mean, for a person. */
final class Meanings {
    /** FIDO Registry of Predefined Values §3.1, User Verification Methods, by bit. */
    private static final List<String> UV_METHODS = List.of(
            "touch",
            "fingerprint in the key",
            "PIN in the key",
            "voice in the key",
            "face in the key",
            "location in the key",
            "eye in the key",
            "pattern in the key",
            "handprint in the key",
            "none",
            "all of these together",
            "PIN typed outside",
            "pattern drawn outside");

    private Meanings() {}

    static String option(String name, boolean value) {
        Optional<Option> known = Optional.empty();
        for (Option option : Option.values()) {
            if (option.id().equals(name)) {
                known = Optional.of(option);
            }
        }
        return known.map(option -> value + " (" + meaning(option, value) + ")").orElse(Boolean.toString(value));
    }

    private static String meaning(Option option, boolean value) {
        return switch (option) {
            case PLATFORM -> value ? "built into a device" : "can be carried away";
            case RESIDENT_KEY -> "keeps passkeys (discoverable credentials)";
            case CLIENT_PIN -> value ? "a PIN is set" : "a PIN can be set";
            case USER_PRESENCE -> "asks for a touch";
            case USER_VERIFICATION -> value ? "fingerprint or the like is set up" : "fingerprint can be set up";
            case PIN_UV_AUTH_TOKEN -> "PIN tokens with permissions";
            case NO_MC_GA_WITH_CLIENT_PIN -> "its PIN is for management alone, not for signing in";
            case LARGE_BLOBS -> "keeps large blobs";
            case ENTERPRISE_ATTESTATION ->
                value ? "enterprise attestation is on" : "enterprise attestation can be switched on";
            case BIO_ENROLL -> value ? "has fingerprints" : "can have fingerprints";
            case BIO_ENROLL_PREVIEW -> value ? "has fingerprints (preview)" : "can have fingerprints (preview)";
            case UV_BIO_ENROLL -> "a fingerprint is enough to enrol others";
            case AUTHENTICATOR_CONFIG -> "can be configured";
            case UV_AUTHENTICATOR_CONFIG -> "a fingerprint is enough to configure it";
            case CREDENTIAL_MANAGEMENT -> "passkeys can be listed and deleted";
            case PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY -> "passkeys can be listed with a token that stays valid";
            case CREDENTIAL_MANAGEMENT_PREVIEW -> "passkeys can be listed and deleted (preview)";
            case SET_MIN_PIN_LENGTH -> "the minimum PIN length can be raised";
            case MAKE_CRED_UV_NOT_REQUIRED -> "makes credentials that are not passkeys without PIN";
            case ALWAYS_UV -> value ? "wants PIN or fingerprint for everything" : "can be made to want it always";
        };
    }

    static String uvModality(long bits) {
        List<String> words = new ArrayList<>();
        for (int bit = 0; bit < UV_METHODS.size(); bit++) {
            if ((bits >> bit & 1) != 0) {
                words.add(UV_METHODS.get(bit));
            }
        }
        long unknown = bits >>> UV_METHODS.size();
        if (unknown != 0) {
            words.add(String.format("others (%X)", unknown << UV_METHODS.size()));
        }
        return words.isEmpty() ? "not told" : String.join(", ", words);
    }

    static String capabilities(HidInfo info) {
        List<String> words = new ArrayList<>();
        if (info.canWink()) {
            words.add("wink");
        }
        if (info.speaksCtap2()) {
            words.add("FIDO2 (CBOR)");
        }
        if (info.speaksU2f()) {
            words.add("U2F (MSG)");
        }
        int known = HidInfo.WINK | HidInfo.CBOR | HidInfo.NO_MSG;
        if ((info.capabilities() & ~known) != 0) {
            words.add(String.format("others (%02X)", info.capabilities() & ~known));
        }
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
