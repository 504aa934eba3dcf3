package dev.seckey.cli;

import dev.seckey.cli.terminal.Printable;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/** Turns whatever was thrown into one line of what, one of what to do, and an exit code. */
public final class FailureHandler {
    private final PrintStream err;
    private final boolean verbose;

    public FailureHandler(PrintStream err, boolean verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    public ExitCode handle(Throwable thrown) {
        ExitCode code;
        if (thrown instanceof Fault fault) {
            code = exitCode(fault.reason());
            say(fault.getMessage(), fault.hint().or(() -> hint(fault.reason())));
        } else if (thrown instanceof UsageException usage) {
            code = ExitCode.USAGE;
            say(usage.getMessage(), usage.hint());
        } else if (thrown instanceof InvalidPathException path) {
            code = ExitCode.USAGE;
            say("\"" + path.getInput() + "\" cannot be the name of a file: " + path.getReason(), Optional.empty());
        } else {
            code = ExitCode.INTERNAL;
            say(
                    "something is wrong inside seckey: " + thrown,
                    Optional.of("run it again with -v and send what it prints to the makers of seckey"));
        }
        if (verbose) {
            thrown.printStackTrace(err);
        }
        return code;
    }

    private void say(String what, Optional<String> hint) {
        err.println("seckey: " + Printable.of(what));
        hint.ifPresent(text -> err.println("hint: " + Printable.of(text)));
    }

    /** Every reason has its code: the compiler finds the one that was forgotten. */
    public static ExitCode exitCode(Reason reason) {
        return switch (reason) {
            case NO_KEY, SEVERAL_KEYS -> ExitCode.NO_KEY;
            case PIN_REQUIRED,
                    PIN_INVALID,
                    PIN_BLOCKED,
                    PIN_LOCKED_UNTIL_POWER_CYCLE,
                    PIN_NOT_SET,
                    PIN_ALREADY_SET,
                    PIN_POLICY_VIOLATION,
                    PIN_CHANGE_FORCED,
                    UV_INVALID,
                    UV_BLOCKED -> ExitCode.PIN;
            case TOUCH_TIMEOUT, DENIED, CANCELLED -> ExitCode.TOUCH;
            case KEY_REMOVED, NO_ANSWER, KEY_BUSY, TRANSPORT_BROKEN, MALFORMED, KEY_REFUSED, NOT_APPLIED ->
                ExitCode.TRANSPORT;
            case UNSUPPORTED -> ExitCode.UNSUPPORTED;
            case ACCESS_DENIED, NO_SMARTCARD_SERVICE, HELD_BY_ANOTHER, NO_NATIVE_LIBRARY -> ExitCode.ACCESS;
            case UNVERIFIABLE -> ExitCode.CANNOT_TELL;
            case FILE, NETWORK -> ExitCode.STORAGE;
        };
    }

    /** What usually helps; a fault that knows better brings its own hint. */
    private static Optional<String> hint(Reason reason) {
        return Optional.ofNullable(
                switch (reason) {
                    case NO_KEY -> "plug a security key in, or lay one on a reader; \"seckey list\" shows what is seen";
                    case SEVERAL_KEYS -> "choose one with --key";
                    case PIN_REQUIRED ->
                        "let the key's owner type the PIN, or give it by --pin-stdin, --pin-file or --pin-env";
                    case PIN_INVALID -> "mind the tries: after eight wrong PINs the key is blocked";
                    case PIN_BLOCKED -> "only a reset makes the key usable again; it deletes everything on it";
                    case PIN_LOCKED_UNTIL_POWER_CYCLE -> "pull the key out, plug it in again, and try the right PIN";
                    case PIN_NOT_SET -> "set a PIN first: seckey pin set";
                    case PIN_ALREADY_SET -> "change it: seckey pin change; if nobody knows it, only a reset helps";
                    case PIN_POLICY_VIOLATION -> "choose a longer or less simple PIN";
                    case PIN_CHANGE_FORCED -> "change the PIN first: seckey pin change";
                    case UV_INVALID -> "try the finger again, or use the PIN";
                    case UV_BLOCKED -> "use the PIN instead";
                    case TOUCH_TIMEOUT -> "run it again and touch the key when it blinks";
                    case DENIED -> "run it again, touch the key when it blinks, and agree if it asks";
                    case KEY_REMOVED -> "leave the key in its place until the command has ended, and run it again";
                    case NO_ANSWER -> "pull the key out, plug it in again, and repeat";
                    case KEY_BUSY -> "close other programs that use the key (a browser, for instance), and repeat";
                    case TRANSPORT_BROKEN -> "plug the key straight into the computer, without a hub, and repeat";
                    case NO_SMARTCARD_SERVICE -> "start the smart card service (pcscd), or use a key on USB";
                    case HELD_BY_ANOTHER -> "close the program that uses the key or the reader, and repeat";
                    case UNSUPPORTED -> "\"seckey info\" shows what this key can do";
                    case NOT_APPLIED -> "read the key again (seckey info) before anything is repeated";
                    case MALFORMED ->
                        "what the key sent is not what a FIDO2 key sends: run it again, and try the key on another computer";
                    case CANCELLED, KEY_REFUSED, ACCESS_DENIED, NO_NATIVE_LIBRARY -> null;
                    case UNVERIFIABLE, FILE, NETWORK -> null;
                });
    }
}
