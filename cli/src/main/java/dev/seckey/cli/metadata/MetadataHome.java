package dev.seckey.cli.metadata;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.metadata.MetadataStore;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.transports.Os;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where metadata is kept on this machine; a process without a home works with what is shipped. */
public final class MetadataHome {
    private final Optional<Path> folder;
    private final Optional<MetadataStore> store;

    private MetadataHome(Optional<Path> folder) {
        this.folder = folder;
        this.store = folder.map(MetadataStore::new);
    }

    public static MetadataHome of(Optional<Path> option, Map<String, String> environment) {
        return new MetadataHome(folder(option, environment));
    }

    /** {@code --home}, else SECKEY_HOME, else where this system keeps the data of programs. */
    public static Optional<Path> folder(Optional<Path> option, Map<String, String> environment) {
        return option.or(() -> path(environment, "SECKEY_HOME"))
                .or(() -> systemFolder(Os.current(), environment).map(base -> base.resolve("seckey")));
    }

    static Optional<Path> systemFolder(Os os, Map<String, String> environment) {
        return switch (os) {
            case LINUX ->
                path(environment, "XDG_DATA_HOME")
                        .or(() -> path(environment, "HOME").map(home -> home.resolve(".local/share")));
            case MAC -> path(environment, "HOME").map(home -> home.resolve("Library/Application Support"));
            case WINDOWS -> path(environment, "LOCALAPPDATA");
        };
    }

    private static Optional<Path> path(Map<String, String> environment, String name) {
        try {
            return Optional.ofNullable(environment.get(name))
                    .filter(text -> !text.isBlank())
                    .map(Path::of);
        } catch (InvalidPathException e) {
            throw new UsageException("the environment variable " + name + " holds no path");
        }
    }

    /** Where other things of seckey's own are kept too. */
    public Optional<Path> folder() {
        return folder;
    }

    /** What to judge by. */
    public MetadataIndex index() {
        return store.map(MetadataStore::current).orElseGet(MetadataIndex::embedded);
    }

    /** What a model is called, for a command that judges nothing. */
    public Optional<String> name(Aaguid aaguid) {
        return store.map(known -> known.name(aaguid)).orElseGet(() -> MetadataIndex.embeddedName(aaguid));
    }

    public MetadataStore store() {
        return store.orElseThrow(() -> new UsageException(
                "there is no folder to keep metadata in", "name one with --home DIR or SECKEY_HOME"));
    }
}
