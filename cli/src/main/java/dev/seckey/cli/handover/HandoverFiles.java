package dev.seckey.cli.handover;

import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.pinuv.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Hand-over files, opened with the private key. */
public final class HandoverFiles {
    private HandoverFiles() {}

    /** Files as they are named, and for a folder those in it, by name. */
    public static List<Path> of(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path each : named) {
            if (!Files.isDirectory(each)) {
                files.add(each);
                continue;
            }
            try (Stream<Path> inside = Files.list(each)) {
                inside.filter(file -> file.toString().endsWith(HandoverFolder.SUFFIX))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new FileFault("cannot look into " + each, e);
            }
        }
        return files;
    }

    /**
     * All of them or none, for the caller to close.
     *
     * @throws FileFault if one cannot be read, is damaged, or is for another key
     */
    public static List<PinDocument> open(List<Path> files, PrivateKey key, SecureRandom random) {
        CmsEnvelope envelope = new CmsEnvelope(random);
        List<PinDocument> documents = new ArrayList<>();
        try {
            for (Path file : files) {
                documents.add(open(envelope, file, key));
            }
            return documents;
        } catch (RuntimeException e) {
            documents.forEach(PinDocument::close);
            throw e;
        }
    }

    private static PinDocument open(CmsEnvelope envelope, Path file, PrivateKey key) {
        try (Secret content = envelope.open(Files.readAllBytes(file), key, file.toString())) {
            return PinDocument.read(content.expose(), file.toString());
        } catch (IOException e) {
            throw new FileFault("cannot read " + file, e);
        }
    }
}
