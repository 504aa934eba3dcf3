package dev.seckey.cli.process;

import dev.seckey.cli.net.TestTls;
import dev.seckey.ctap2.metadata.MetadataStore;
import dev.seckey.ctap2.metadata.TestBlobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A metadata service of a test's own, and a home for what the packaged command keeps of it. */
final class MetadataBench {
    private final Path folder;
    private final TestBlobs service;
    private final Path root;
    private final Seckey seckey;

    /** @param javaOptions for the Java that runs the command */
    MetadataBench(Path folder, TestBlobs service, String javaOptions) throws IOException {
        this.folder = folder;
        this.service = service;
        this.root = TestTls.pem(folder.resolve("mds.pem"), service.root().certificate());
        this.seckey = new Seckey(
                command -> Stream.concat(Stream.of("env", "SECKEY_JAVA_OPTIONS=" + javaOptions), command.stream())
                        .toList());
    }

    TestBlobs service() {
        return service;
    }

    Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    Path file(String name, String payload) throws IOException {
        return file(name, service.blob(payload));
    }

    Outcome update(Path file) {
        return seckey.run(arguments("--from", file.toString()));
    }

    /** Held by every update while it stores. */
    Path turn() {
        return home().resolve("metadata.lock");
    }

    Running startUpdate(String... source) {
        return seckey.start(arguments(source));
    }

    Outcome run(String... arguments) {
        return seckey.run(Stream.concat(Stream.of(arguments), Stream.of("--home", home().toString()))
                .toArray(String[]::new));
    }

    private String[] arguments(String... source) {
        return Stream.concat(
                        List.of("metadata", "update", "--home", home().toString(), "--mds-root", root.toString())
                                .stream(),
                        Stream.of(source))
                .toArray(String[]::new);
    }

    Path home() {
        return folder.resolve("home");
    }

    /** Number of what is stored; 0 if nothing is. */
    long number() {
        return new MetadataStore(home())
                .stored()
                .map(index -> index.header().number())
                .orElse(0L);
    }

    byte[] stored() throws IOException {
        return Files.readAllBytes(home().resolve("metadata.jsonl"));
    }

    /** What updates left half-written. */
    List<Path> leftOvers() throws IOException {
        try (Stream<Path> files = Files.list(home())) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }
}
