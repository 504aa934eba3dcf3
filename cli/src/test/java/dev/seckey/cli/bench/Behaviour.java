package dev.seckey.cli.bench;

import dev.seckey.cli.virtual.VirtualKeys;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.SoftApduPipe;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.UserPresence;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.HidPipe;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * How a key on the bench behaves, in words: a profile of the simulated keys and, after a comma, what is wrong.
 *
 * <pre>
 * level2
 * level2, never touched                nobody is there
 * level2, touch refused                somebody is there and says no
 * level2, pulled out                   as soon as it wants a touch
 * level2, Ctrl-C                       as soon as it wants a touch
 * level2, silent                       takes messages and never answers
 * level2, answers getInfo with HEX     status byte and CBOR, or "nothing"
 * level2, answers makeCredential with HEX, and likewise reset, config and clientPIN
 * </pre>
 */
final class Behaviour {
    private static final long STEP_MILLIS = 5_000;

    private final String profile;
    private final String trouble;
    private final SteppingTicker ticker;
    private final Runnable interrupt;

    Behaviour(String words, SteppingTicker ticker, Runnable interrupt) {
        int comma = words.indexOf(',');
        this.profile = comma < 0 ? words : words.substring(0, comma);
        this.trouble = comma < 0 ? "" : words.substring(comma + 1).strip();
        this.ticker = ticker;
        this.interrupt = interrupt;
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
        return switch (trouble) {
            case "pulled out" -> Optional.of(unplug);
            case "Ctrl-C" -> Optional.of(interrupt);
            default -> Optional.empty();
        };
    }

    private RequestHandler key() {
        Profile kind = SimulatedProfiles.named(profile)
                .orElseThrow(() -> new IllegalArgumentException("no simulated key " + profile));
        RequestHandler key = VirtualKeys.make(kind, environment());
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
            case "pulled out", "Ctrl-C" -> machine.with(UserPresence.NEVER);
            case "never touched" -> new Environment(ticker, ticker, new SecureRandom(), this::nobody);
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
                ? Optional.of(new TwistedKey(key, code, octets(trouble.substring(start.length()))))
                : Optional.empty();
    }
}
