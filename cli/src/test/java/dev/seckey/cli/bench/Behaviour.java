package dev.seckey.cli.bench;

import dev.seckey.cli.virtual.VirtualKeys;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.SoftApduPipe;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Finger;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.StateFile;
import dev.seckey.ctap2.soft.UserPresence;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.HidPipe;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * How a key on the bench behaves, in words: a profile of the simulated keys and, after a comma, what is wrong.
 *
 * <pre>
 * level2
 * level2@FILE                          kept in a file
 * full+pin                             with the PIN that other profiles come with
 * bio, PIN blocked
 * bio, last try                        of the PIN
 * bio, a stranger's finger             never one that is enrolled
 * level2, never touched                nobody is there
 * level2, waiting                      nobody is there, and time passes as it does
 * level2, touch refused                somebody is there and says no
 * level2, pulled out                   as soon as it wants a touch
 * level2, Ctrl-C                       as soon as it wants a touch
 * bio, pulled out at 09/01             in the middle of this request (see RequestName), and likewise Ctrl-C; "at maker's"
 *                                      is CTAPHID_WINK, and whatever YubiKeys have beside FIDO
 * level2, silent                       takes messages and never answers
 * level2, answers getInfo with HEX     status byte and CBOR, or "nothing"
 * level2, answers makeCredential with HEX, and likewise reset, config and clientPIN
 * full+pin, refuses what ends with HEX (0904: a token for the permission 04, say)
 * level2, is a YubiKey with HEX        what it says of itself in Yubico's management, as TLV
 * </pre>
 */
final class Behaviour {
    private static final long STEP_MILLIS = 5_000;
    private static final String PIN_SET = "+pin";
    private static final String YUBIKEY = "is a YubiKey with ";

    private static final String REFUSES = "refuses what ends with ";
    private static final String AT = " at ";

    private final String profile;
    private final Optional<Path> file;
    private final String trouble;
    private final SteppingTicker ticker;
    private final Runnable interrupt;

    Behaviour(String words, SteppingTicker ticker, Runnable interrupt) {
        int comma = words.indexOf(',');
        String kind = comma < 0 ? words : words.substring(0, comma);
        int at = kind.indexOf('@');
        this.profile = at < 0 ? kind : kind.substring(0, at);
        this.file = at < 0 ? Optional.empty() : Optional.of(Path.of(kind.substring(at + 1)));
        this.trouble = comma < 0 ? "" : words.substring(comma + 1).strip();
        this.ticker = ticker;
        this.interrupt = interrupt;
    }

    static boolean isYubicos(String words) {
        return words.startsWith("yubikey") || words.contains(YUBIKEY);
    }

    HidPipe overUsb() {
        SoftHidPipe pipe = new SoftHidPipe(key(), ticker);
        if (trouble.equals("silent")) {
            return new SilentPipe(pipe, ticker);
        }
        return whenTouchIsWanted(pipe::unplug)
                .<HidPipe>map(event -> new WatchedHidPipe(pipe, event))
                .orElse(pipe);
    }

    ApduPipe overNfc() {
        SoftApduPipe pipe = new SoftApduPipe(key());
        return whenTouchIsWanted(pipe::unplug)
                .<ApduPipe>map(event -> new WatchedApduPipe(pipe, event))
                .orElse(pipe);
    }

    private Optional<Runnable> whenTouchIsWanted(Runnable unplug) {
        return switch (trouble.split(AT)[0]) {
            case "pulled out" -> Optional.of(unplug);
            case "Ctrl-C" -> Optional.of(interrupt);
            default -> Optional.empty();
        };
    }

    private Profile profile() {
        boolean pin = profile.endsWith(PIN_SET);
        String name = pin ? profile.substring(0, profile.length() - PIN_SET.length()) : profile;
        Profile kind = SimulatedProfiles.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no simulated key " + name));
        if (trouble.equals("PIN blocked") || trouble.equals("last try")) {
            int left = trouble.equals("last try") ? 1 : 0;
            return kind.with(kind.pin().with(SimulatedProfiles.PIN).withRetries(left));
        }
        return pin ? kind.withPin(SimulatedProfiles.PIN) : kind;
    }

    private RequestHandler key() {
        Profile kind = profile();
        Memory memory = file.<Memory>map(path -> StateFile.open(path, kind)).orElse(Memory.NONE);
        RequestHandler key = VirtualKeys.make(kind, environment(), memory);
        int at = trouble.indexOf(AT);
        if (at >= 0) {
            return new HangingKey(key, trouble.substring(at + AT.length()));
        }
        if (trouble.startsWith(YUBIKEY)) {
            return new MadeUpYubiKey(key, Bytes.fromHex(trouble.substring(YUBIKEY.length())));
        }
        if (trouble.startsWith(REFUSES)) {
            Bytes end = Bytes.fromHex(trouble.substring(REFUSES.length()));
            return new TwistedKey(
                    key,
                    request -> request.hex().endsWith(end.hex()),
                    Bytes.ofInts(CtapStatus.UNAUTHORIZED_PERMISSION.number()));
        }
        return answer("getInfo", 0x04, key)
                .or(() -> answer("makeCredential", 0x01, key))
                .or(() -> answer("reset", 0x07, key))
                .or(() -> answer("config", 0x0D, key))
                .or(() -> answer("clientPIN", 0x06, key))
                .orElse(key);
    }

    private Environment environment() {
        Environment machine = Environment.ofThisMachine();
        return switch (trouble) {
            // time passes as it does: what is to happen happens in the first moments
            case "pulled out", "Ctrl-C", "waiting" -> machine.with(UserPresence.NEVER);
            case "never touched" -> new Environment(ticker, ticker, new SecureRandom(), this::nobody);
            case "a stranger's finger" -> machine.with(Finger.STRANGE);
            case "touch refused" -> machine.with(UserPresence.REFUSES);
            default -> machine;
        };
    }

    /** Nobody touches the key however often it looks, and seconds pass with each look. */
    private UserPresence.Answer nobody(long waitedMillis) {
        ticker.sleep(STEP_MILLIS);
        return UserPresence.Answer.NOT_YET;
    }

    private static Bytes octets(String text) {
        return text.equals("nothing") ? Bytes.EMPTY : Bytes.fromHex(text);
    }

    private Optional<RequestHandler> answer(String command, int code, RequestHandler key) {
        String start = "answers " + command + " with ";
        return trouble.startsWith(start)
                ? Optional.of(new TwistedKey(
                        key, request -> request.at(0) == code, octets(trouble.substring(start.length()))))
                : Optional.empty();
    }
}
