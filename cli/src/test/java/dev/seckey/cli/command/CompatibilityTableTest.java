package dev.seckey.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.BioEnrollment;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.CommandCode;
import dev.seckey.ctap2.command.CredentialManagement;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** man/seckey-compatibility.7 says what there is, all of it, and nothing else. */
class CompatibilityTableTest {
    private static final Path TABLE = Path.of("../man/seckey-compatibility.7");

    /** What stands in each section, and the command beside it. */
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    @BeforeEach
    void read() throws IOException {
        sections.putAll(table());
    }

    /** By section: what stands there, and the command beside it. */
    static Map<String, Map<String, String>> table() throws IOException {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> rows = Map.of();
        for (String line : Files.readAllLines(TABLE)) {
            if (line.startsWith(".SH ")) {
                rows = new LinkedHashMap<>();
                sections.put(line.substring(".SH ".length()), rows);
            } else if (line.contains("\t")) {
                String[] columns = line.replace("\\ ", "").split("\t");
                rows.put(columns[0], columns[1]);
            }
        }
        return sections;
    }

    private Set<String> rows(String section) {
        return new TreeSet<>(sections.get(section).keySet());
    }

    /** The specification's names of subcommands, all in capitals with underscores, as our enums have them. */
    private static String constant(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2")
                .replace("PINRetries", "PIN_Retries")
                .replace("UVRetries", "UV_Retries")
                .replace("RPs", "RPS_")
                .replace("setPIN", "set_PIN")
                .replace("MinPIN", "Min_PIN")
                .replace("PINLength", "PIN_Length")
                .replaceAll("_+", "_")
                .toUpperCase(Locale.ROOT);
    }

    @Test
    void everyCommandAndSubcommandHasItsRow() {
        Set<String> known = new TreeSet<>();
        Arrays.stream(CommandCode.values()).map(CommandCode::title).forEach(known::add);
        Stream.of(
                        ClientPin.Sub.values(),
                        BioEnrollment.Sub.values(),
                        CredentialManagement.Sub.values(),
                        AuthenticatorConfig.Sub.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .forEach(known::add);
        Set<String> written = rows("COMMANDS AND SUBCOMMANDS").stream()
                .map(row -> row.startsWith("authenticator") ? row : constant(row))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, written);
    }

    @Test
    void everyOptionHasItsRow() {
        assertEquals(
                Arrays.stream(Option.values()).map(Option::id).collect(Collectors.toCollection(TreeSet::new)),
                rows("OPTIONS OF AUTHENTICATORGETINFO"));
    }

    @Test
    void everyMemberOfGetInfoHasItsRow() {
        assertEquals(
                AuthenticatorInfo.FIELDS.stream().map(Field::name).collect(Collectors.toCollection(TreeSet::new)),
                rows("MEMBERS OF AUTHENTICATORGETINFO"));
    }

    @Test
    void everyExtensionHasItsRow() {
        Set<String> known = Arrays.stream(Extensions.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Field.class)
                .map(CompatibilityTableTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, rows("EXTENSIONS"));
    }

    private static String name(java.lang.reflect.Field field) {
        try {
            return ((Field<?>) field.get(null)).name();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyCommandThatIsNamedIsThere() {
        Set<String> there = CommandTree.names();
        List<String> missing = sections.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .distinct()
                .filter(command -> !there.contains(command))
                .sorted()
                .toList();
        assertEquals(List.of(), missing);
    }
}
