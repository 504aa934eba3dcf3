package dev.seckey.cli;

import dev.seckey.cli.virtual.VirtualKeys;
import dev.seckey.ctap2.server.SoftApduPipe;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.transports.virtual.PcscliteReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The reader with a card that {@link Training} finds, in a process of its own, so that nothing of the simulated key is
 * archived.
 */
public final class TrainingReader {
    private TrainingReader() {}

    /** Until it is killed. @param arguments where the service's socket is to be, and which simulated key lies on it */
    public static void main(String[] arguments) throws IOException {
        SoftApduPipe card = new SoftApduPipe(
                VirtualKeys.make(SimulatedProfiles.named(arguments[1]).orElseThrow(), Environment.ofThisMachine()));
        PcscliteReader.listen(Path.of(arguments[0]), card).run();
    }
}
