package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.fault.MalformedFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A file of a relying party, or standard input where it is called {@code -}. */
final class CeremonyFile {
    private final String name;
    private final Bytes content;

    private CeremonyFile(String name, Bytes content) {
        this.name = name;
        this.content = content;
    }

    static CeremonyFile read(String name, InputStream stdin) {
        try {
            byte[] bytes = name.equals("-") ? stdin.readAllBytes() : Files.readAllBytes(Path.of(name));
            return new CeremonyFile(name.equals("-") ? "standard input" : name, Bytes.of(bytes));
        } catch (IOException e) {
            throw new FileFault("cannot read " + name, e);
        }
    }

    /** @throws UsageException with the member's name if the content is not as it should be */
    <T> T parse(Function<Bytes, T> reader) {
        try {
            return reader.apply(content);
        } catch (MalformedFault e) {
            throw new UsageException(name + ": " + e.getMessage(), "nothing was sent to the key");
        }
    }
}
