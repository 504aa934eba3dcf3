package dev.seckey.cli.command;

import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUv;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which PIN/UV auth protocol is spoken, if not the one that the key prefers. */
final class ProtocolOption {
    @Option(
            names = "--pin-protocol",
            paramLabel = "1|2",
            description = "Speak this PIN/UV auth protocol instead of the one that the key prefers.")
    private Optional<Integer> protocol = Optional.empty();

    PinUv pinUv(Context context, Ctap2 session) {
        return protocol.map(number -> PinUv.of(
                        session, number, context.surroundings().random().get()))
                .orElseGet(
                        () -> PinUv.of(session, context.surroundings().random().get()));
    }
}
