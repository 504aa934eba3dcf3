package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.FailureHandler;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.RawResult;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.CommandApdu;
import dev.seckey.ctap2.transport.CtapNfc;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.StatusWord;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "raw",
        description = {
            "Send bytes of your own to a key, and show the answer decoded.",
            "Nothing is checked before, and nothing is left out of the answer: PINs, tokens and secrets stand in it as"
                    + " they came."
        },
        footer = {
            "",
            "The exit code is that of the key's status: 0 for success.",
            "",
            "Examples:",
            "  seckey raw 04                              authenticatorGetInfo",
            "  seckey raw 06a201020201                    clientPIN, getKeyAgreement",
            "  seckey raw --u2f 00030000000000            U2F version",
            "  seckey --key nfc:READER raw --apdu 00a4040008a0000006472f0001"
        })
final class RawCommand implements Action {
    private final Context context;

    @ArgGroup(multiplicity = "1")
    private Message message = new Message();

    private static final class Message {
        @Parameters(paramLabel = "HEX", arity = "0..1", description = "A CTAP2 message: the command byte and its CBOR.")
        private String cbor = "";

        @Option(names = "--u2f", paramLabel = "HEX", description = "A U2F message: an APDU with extended length.")
        private String u2f = "";

        @Option(names = "--apdu", paramLabel = "HEX", description = "An APDU, over NFC.")
        private String apdu = "";
    }

    RawCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            context.prompts().say("note: nothing is left out of what follows, secrets included");
            if (!message.u2f.isEmpty()) {
                return print(
                        key,
                        ResponseApdu.parse(key.device()
                                .u2f(octets(message.u2f), key.exchanges().get())));
            }
            if (!message.apdu.isEmpty()) {
                return print(key, overNfc(key, CommandApdu.parse(octets(message.apdu))));
            }
            Bytes answer =
                    key.device().cbor(octets(message.cbor), key.exchanges().get());
            context.output().print("raw", RawResult.ofCbor(key, answer));
            CtapStatus status = CtapStatus.of(answer.at(0));
            return status == CtapStatus.OK ? ExitCode.DONE : FailureHandler.exitCode(status.reason());
        }
    }

    private ExitCode print(OpenKey key, ResponseApdu answer) {
        context.output().print("raw", RawResult.ofApdu(key, answer));
        return answer.is(StatusWord.OK)
                ? ExitCode.DONE
                : FailureHandler.exitCode(answer.word().reason());
    }

    private static ResponseApdu overNfc(OpenKey key, CommandApdu apdu) {
        if (!(key.device() instanceof CtapNfc card)) {
            throw new TransportFault(Reason.UNSUPPORTED, "APDUs go only over NFC", "over USB, there is --u2f");
        }
        return card.apdu(apdu);
    }

    private static Bytes octets(String hex) {
        try {
            Bytes octets = Bytes.fromHex(hex);
            if (octets.isEmpty()) {
                throw new UsageException("there is nothing to send");
            }
            return octets;
        } catch (IllegalArgumentException e) {
            throw new UsageException("\"" + hex + "\" is not hexadecimal", "two digits for each byte, as in 04");
        }
    }
}
