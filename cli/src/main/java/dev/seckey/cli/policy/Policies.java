package dev.seckey.cli.policy;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.verdict.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where policies are found: built in, in the folder {@code policies} of seckey's home, or in a file that is named. */
public final class Policies {
    private static final String SUFFIX = ".toml";

    private final Optional<Path> folder;

    /** @param home where seckey keeps its things; a process without one has the built-in policies and named files */
    public Policies(Optional<Path> home) {
        this.folder = home.map(path -> path.resolve("policies"));
    }

    /**
     * A built-in policy goes before one of the same name in the folder, so that nhs-cis2 means the same everywhere.
     *
     * @throws UsageException if there is none, or the file is no policy
     * @throws FileFault if the file cannot be read
     */
    public PolicyDocument find(String nameOrFile) {
        Optional<PolicyDocument> builtIn = BuiltInPolicies.find(nameOrFile);
        if (builtIn.isPresent()) {
            return builtIn.get();
        }
        Optional<Path> own =
                files().stream().filter(file -> nameOf(file).equals(nameOrFile)).findFirst();
        Path file = own.or(() -> path(nameOrFile)).orElseThrow(() -> unknown(nameOrFile));
        try {
            return read(file);
        } catch (PolicyException e) {
            int more = e.problems().size() - 1;
            throw new UsageException(
                    "the policy " + file + " is not valid: " + e.getMessage()
                            + (more > 0 ? " (and " + more + " more)" : ""),
                    "seckey policy check " + file);
        }
    }

    /**
     * Reads one file, in the folder or anywhere.
     *
     * @throws PolicyException with everything that is wrong in it
     */
    public static PolicyDocument read(Path file) throws PolicyException {
        try (InputStream in = Files.newInputStream(file)) {
            return PolicyReader.read(
                    Bytes.of(in.readNBytes(PolicyReader.MOST_BYTES + 1)), nameOf(file), file.toString());
        } catch (IOException e) {
            throw new FileFault("cannot read " + file, e);
        }
    }

    /** The names of those that are built in, the default first. */
    public static List<PolicyDocument> builtIn() {
        return BuiltInPolicies.RULES.stream()
                .map(Policy::name)
                .map(BuiltInPolicies::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The files in the folder, by name; their content may be wrong. */
    public List<Path> files() {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FileFault("cannot read the folder " + folder.get(), e);
        }
    }

    /** What a policy in this file is called. */
    public static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** What looks like a path is one, whether or not there is such a file. */
    private static Optional<Path> path(String text) {
        try {
            Path path = Path.of(text);
            boolean looksLikeOne = text.endsWith(SUFFIX) || path.getNameCount() > 1 || Files.isRegularFile(path);
            return looksLikeOne ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private UsageException unknown(String name) {
        List<String> names =
                new ArrayList<>(BuiltInPolicies.RULES.stream().map(Policy::name).toList());
        files().forEach(file -> names.add(nameOf(file)));
        return new UsageException(
                "there is no policy \"" + name + "\"",
                "there are: " + String.join(", ", names) + "; a file is named with its path, as in ./ward.toml");
    }
}
