package dev.seckey.cli.diagnose.catalogue;

import static dev.seckey.cli.diagnose.catalogue.Severity.CANNOT_TELL;
import static dev.seckey.cli.diagnose.catalogue.Severity.NOTE;
import static dev.seckey.cli.diagnose.catalogue.Severity.OK;
import static dev.seckey.cli.diagnose.catalogue.Severity.STOPS_WORK;
import static dev.seckey.cli.diagnose.catalogue.Severity.WARNING;

/** What can be found about a key once it can be reached. */
public enum KeyEntry implements Entry {
    ANSWERS(1, OK, "the key answers", "The key can be reached and says what it is.", ""),
    NO_KEY(
            2,
            STOPS_WORK,
            "there is no security key that could be asked",
            "Neither on USB nor on a reader is there a key that this program can see.",
            "Plug the key in, or lay it on a reader. If it is plugged in, the other findings say what keeps it away."),
    SILENT(
            3,
            STOPS_WORK,
            "the key does not answer",
            "The key is there and lets itself be opened, but a question that every key answers at once got no answer.",
            "Pull the key out, plug it in again, straight into the computer, and run this again. If it stays silent on two"
                    + " computers, it is broken: exchange it."),
    MALFORMED(
            4,
            STOPS_WORK,
            "the key's description of itself cannot be understood",
            "Every key describes itself in a form that the FIDO specification lays down. What this key sent is not in that"
                    + " form, so that programs cannot work with it.",
            "Run this again. If it stays so on another computer, the key is broken or not what it claims to be: exchange"
                    + " it."),
    REFUSES(
            5,
            STOPS_WORK,
            "the key answers with an error",
            "Asked to describe itself, which needs neither PIN nor touch, the key reports an error.",
            "Pull the key out, plug it in again and run this again. If it stays so, exchange the key."),
    NOT_CANONICAL(
            6,
            WARNING,
            "the key writes its description in an unusual way",
            "The content can be understood, but it is not written in the one way that the specification allows. Strict"
                    + " programs may refuse the key.",
            "Tell the key's maker. seckey and most browsers can use it as it is."),
    DEVIATES(
            7,
            WARNING,
            "the key contradicts the specification or itself",
            "What the key says of itself breaks a rule of the FIDO specification. Some programs may not get along with it.",
            "Tell the key's maker, with the words above."),
    U2F_ONLY(
            8,
            STOPS_WORK,
            "the key is of the older kind, without PIN",
            "The key speaks only U2F, the predecessor of FIDO2. It can be a second step after a password, and cannot sign in"
                    + " by itself.",
            "A FIDO2 key is needed."),
    BUSY(
            9,
            STOPS_WORK,
            "another program keeps the key busy",
            "The key says that it is at work for another program, and did not become free meanwhile. Perhaps it blinks and"
                    + " waits for a touch.",
            "Close the browser's window that asks for the key, and other programs that use it. Then run this again."),
    PULLED_OUT(
            10,
            CANNOT_TELL,
            "the key went away while it was looked at",
            "The key was pulled out, left the reader, or lost its contact for a moment.",
            "Leave the key in its place until this has ended. If nobody touched it: try another port, without a hub."),
    CONNECTION(
            11,
            STOPS_WORK,
            "the connection to the key does not work as it should",
            "The key can be opened, but what comes from it breaks the rules of the connection.",
            "Pull the key out and plug it in again, straight into the computer, without hub or extension. Lay a card down"
                    + " again."),
    NO_PIN(
            12,
            NOTE,
            "no PIN is set",
            "The key has no PIN yet. It is asked for when the key is registered.",
            "Nothing now. To set one: seckey pin set."),
    PIN_SET(13, OK, "a PIN is set, and it can be tried", "The key takes its PIN.", ""),
    FEW_TRIES(
            14,
            WARNING,
            "few tries of the PIN are left",
            "After too many wrong PINs in a row a key blocks itself, and only a reset, which deletes everything on it,"
                    + " brings it back. This key is close to that. The right PIN sets the count back.",
            "Do not guess. If the PIN is known for certain, type it slowly. Otherwise ask for a new key or a reset."),
    PIN_BLOCKED(
            15,
            STOPS_WORK,
            "the PIN is blocked",
            "Too many wrong PINs were tried, and the key takes none any more. What is on it stays out of reach.",
            "Only a reset makes the key usable again (seckey reset). It deletes all sign-ins on it, so that the key has to"
                    + " be registered anew."),
    LOCKED(
            16,
            STOPS_WORK,
            "the key has locked itself until it is plugged in again",
            "Three wrong PINs in a row lock a key until it loses its power. Nothing is lost.",
            "Pull the key out and plug it in again, or take it off the reader and lay it back. Then type the PIN slowly."),
    CHANGE_FORCED(
            17,
            STOPS_WORK,
            "the key wants a new PIN before anything else",
            "Whoever set the key up asked for the first PIN to be changed. Until then it does not sign in.",
            "Change the PIN: seckey pin change, or the settings of Windows or of the browser. The old PIN is needed."),
    FINGER_BLOCKED(
            18,
            WARNING,
            "the fingerprint is blocked for now",
            "After several fingers that did not match, the key wants its PIN once.",
            "Use the key with its PIN once. Then fingers count again."),
    FULL(
            19,
            WARNING,
            "the key has no room for another sign-in",
            "The key can hold a certain number of sign-ins (passkeys), and all places are taken. Those that are there go on"
                    + " working. Registering it somewhere new does not.",
            "Delete one that is not needed: seckey credential list, then seckey credential delete."),
    NEARLY_FULL(
            20,
            NOTE,
            "the key has room for few more sign-ins",
            "The key can hold a certain number of sign-ins (passkeys), and most places are taken.",
            "Delete those that are not needed: seckey credential list, then seckey credential delete."),
    ADVISORY(
            21,
            WARNING,
            "something is known against this model or its firmware",
            "The maker, or the FIDO Alliance that certifies keys, has published something about this model.",
            "Ask the supplier whether this key is affected. \"seckey verify\" weighs it for the policy in force."),
    LEVEL_TOO_LOW(
            22,
            WARNING,
            "the model is certified at less than Level 2",
            "The National Health Service accepts only keys that are certified at FIDO Level 2 or above. By what it says of"
                    + " itself this key is not. A key cannot be upgraded.",
            "Ask the supplier to exchange it. \"seckey verify\" gives the full answer."),
    UNKNOWN_MODEL(
            23,
            NOTE,
            "the model is not in the list of certified keys",
            "The list on this computer does not have this model. It may be newer than the list.",
            "Bring the list up to date: seckey metadata update."),
    MODEL(
            24,
            OK,
            "the model is certified at Level 2 or above",
            "That is what the key says of itself, not proved here.",
            ""),
    ROUND_TRIP(25, OK, "the connection to the key is quick and even", "Nothing was lost on the way.", ""),
    SLOW(
            26,
            WARNING,
            "the key, or the way to it, is slow",
            "Small questions that a key answers in some thousandths of a second take far longer. Signing in may run into"
                    + " time limits.",
            "Plug the key straight into the computer, without a hub. Close programs that use it. On a reader, lay it into"
                    + " the middle."),
    UNEVEN(
            27,
            NOTE,
            "the connection to the key is uneven",
            "Most answers come at once, and some take far longer. A loose contact, a hub, or another program can do that.",
            "If the key is sometimes not recognised, try another port, without a hub."),
    PACKETS_LOST(
            28,
            WARNING,
            "parts of the key's answers get lost",
            "Data was sent to the key to be sent back, and not all of it came. That points to the port, a hub, a cable or"
                    + " the key.",
            "Plug the key straight into another port, and run this again. If it stays so on two computers, exchange the"
                    + " key."),
    PACKETS_DOUBLED(
            29,
            WARNING,
            "more comes from the key than was asked for",
            "Data was sent to the key to be sent back, and some of it came twice, or changed. That points to the driver, a"
                    + " hub or the key.",
            "Plug the key straight into another port, and run this again. If it stays so on two computers, exchange the"
                    + " key."),
    OTHERS_TALK(
            30,
            NOTE,
            "another program talks to the key at this moment",
            "Answers to another program came by while the key was looked at. Times are longer than they would be alone.",
            "Close other programs that use the key, and run this again, if times matter."),
    LATE(
            31,
            WARNING,
            "the key takes long to say what it is",
            "The first question, which needs neither PIN nor touch, was answered after more than a second. Programs with"
                    + " little patience may not see the key.",
            "Pull the key out and plug it in again. If it stays so on two computers, exchange the key."),
    FINGER_FEW(
            32,
            NOTE,
            "few tries of the fingerprint are left before the PIN is asked for",
            "Fingers that do not match are counted. After a few of them the key wants its PIN once.",
            "Clean the sensor and the finger. The PIN always works.");

    private final Wording wording;

    KeyEntry(int number, Severity severity, String title, String meaning, String advice) {
        this.wording = Wording.of("KEY", number, severity, title, meaning, advice);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
