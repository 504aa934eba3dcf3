package dev.seckey.cli.diagnose.network;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Reads a {@link Profile} from TOML. */
public final class ProfileFile {
    private final String source;

    private ProfileFile(String source) {
        this.source = source;
    }

    /**
     * @param name of one that is built in, or a file's path
     * @throws UsageException if the file is no profile, with the place of the mistake
     * @throws FileFault if it cannot be read
     */
    public static Profile named(String name) {
        if (name.equals(Profile.NHS_CIS2)) {
            return new ProfileFile(name).parse(builtIn(name + ".toml"));
        }
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw new UsageException(
                    "there is no network profile \"" + name + "\"",
                    "built in is " + Profile.NHS_CIS2 + "; another one is a file");
        }
        try {
            return new ProfileFile(name).parse(Files.readString(file));
        } catch (IOException e) {
            throw new FileFault("cannot read the network profile " + name, e);
        }
    }

    private static String builtIn(String name) {
        try (InputStream in = ProfileFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Profile parse(String text) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            throw mistake(toml.errors().get(0).toString());
        }
        try {
            List<Profile.Endpoint> endpoints = new ArrayList<>();
            for (TomlTable table : tables(toml, "endpoint")) {
                endpoints.add(new Profile.Endpoint(required(table, "name"), url(table), statuses(table)));
            }
            List<Profile.Inbound> inbound = new ArrayList<>();
            for (TomlTable table : tables(toml, "inbound")) {
                inbound.add(new Profile.Inbound(required(table, "name"), ranges(table)));
            }
            if (endpoints.isEmpty() && inbound.isEmpty()) {
                throw mistake("it has neither [[endpoint]] nor [[inbound]]");
            }
            return new Profile(required(toml, "title"), endpoints, inbound);
        } catch (TomlInvalidTypeException e) {
            throw mistake(e.getMessage());
        }
    }

    private static List<TomlTable> tables(TomlTable in, String name) {
        TomlArray array = in.getArrayOrEmpty(name);
        List<TomlTable> tables = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            tables.add(array.getTable(i));
        }
        return tables;
    }

    private String required(TomlTable table, String name) {
        return Optional.ofNullable(table.getString(name)).orElseThrow(() -> mistake(name + " is missing"));
    }

    private URI url(TomlTable table) {
        String text = required(table, "url");
        try {
            URI url = new URI(text);
            if ("https".equals(url.getScheme()) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw mistake("\"" + text + "\" is no https address");
    }

    private static List<Integer> statuses(TomlTable table) {
        TomlArray array = table.getArrayOrEmpty("status");
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            statuses.add((int) array.getLong(i));
        }
        return statuses;
    }

    private List<AddressRange> ranges(TomlTable table) {
        TomlArray array = table.getArrayOrEmpty("ranges");
        List<AddressRange> ranges = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String text = array.getString(i);
            ranges.add(AddressRange.parse(text).orElseThrow(() -> mistake("\"" + text + "\" is no address range")));
        }
        return ranges;
    }

    private UsageException mistake(String what) {
        return new UsageException("the network profile " + source + " cannot be used: " + what);
    }
}
