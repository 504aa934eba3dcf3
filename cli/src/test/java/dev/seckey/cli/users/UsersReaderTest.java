package dev.seckey.cli.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.pinuv.Secret;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersReaderTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    private UsersFile read(UsersOptions options, byte[] content) throws IOException {
        return UsersReader.read(Files.write(folder.resolve("users.csv"), content), options, said::add);
    }

    private UsersFile read(UsersOptions options, String... lines) throws IOException {
        return read(options, (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private List<Person> people(String... lines) throws IOException {
        try (UsersFile file = read(UsersOptions.USUAL, lines)) {
            return file.people();
        }
    }

    private String refusal(UsersOptions options, String... lines) {
        return assertThrows(UsageException.class, () -> read(options, lines)).getMessage();
    }

    @Test
    void headersOfManyNamesAreUnderstood() throws IOException {
        Person expected = new Person("E17", "Alice Ng", Optional.of("alice@example.org"), 2);
        assertEquals(List.of(expected), people("Name,ID,Email", "Alice Ng,E17,alice@example.org"));
        assertEquals(
                List.of(expected),
                people("Staff Number;Display name;E-mail address;Ward", "E17;Alice Ng;alice@example.org;7"));
        assertEquals(
                List.of(expected), people("First Name\tSurname\tuser_id\tmail", "Alice\tNg\tE17\talice@example.org"));
    }

    @Test
    void otherHeadersCanBeNamed() throws IOException {
        UsersOptions options = UsersOptions.parse(Optional.empty(), Optional.of("name=Mitarbeiter,id=Personal-Nr."));
        try (UsersFile file = read(options, "Personal-Nr.,Mitarbeiter", "17,J\u00fcrgen")) {
            assertEquals(List.of(new Person("17", "J\u00fcrgen", Optional.empty(), 2)), file.people());
        }
    }

    @Test
    void anEmailAddressIsGoodEnoughForAnId() throws IOException {
        assertEquals(
                List.of(new Person("a@example.org", "a@example.org", Optional.of("a@example.org"), 2)),
                people("email", "a@example.org"));
    }

    @Test
    void namesOfAnyScriptStay() throws IOException {
        List<String> names = List.of(
                "\u674e\u660e",
                "\u0645\u062d\u0645\u062f",
                "\u0928\u0947\u0939\u093e",
                "Zo\u00eb Ngu\u1ec5n",
                "\ud842\udfb7");
        List<String> lines = new ArrayList<>(List.of("id,name"));
        for (String name : names) {
            lines.add(lines.size() + "," + name);
        }
        assertEquals(
                names,
                people(lines.toArray(String[]::new)).stream().map(Person::name).toList());
    }

    @Test
    void aByteOrderMarkAndExcelsSeparatorLineAreNoData() throws IOException {
        assertEquals("Alice", people("\ufeffname;id", "Alice;E17").get(0).name());
        Person second = people("sep=;", "name;id", "Alice;E17").get(0);
        assertEquals(new Person("E17", "Alice", Optional.empty(), 3), second);
    }

    @Test
    void quotedFieldsMayHoldSeparators() throws IOException {
        assertEquals(
                "Ng, Alice \"Ali\"",
                people("name,id", "\"Ng, Alice \"\"Ali\"\"\",E17").get(0).name());
    }

    @Test
    void windows1252IsReadWhenItIsNamed() throws IOException {
        byte[] content = "id,name\r\n1,J\u00fcrgen \u20ac\r\n".getBytes(Charset.forName("windows-1252"));
        UsersOptions options = UsersOptions.parse(Optional.of("windows-1252"), Optional.empty());
        try (UsersFile file = read(options, content)) {
            assertEquals("J\u00fcrgen \u20ac", file.people().get(0).name());
        }
    }

    @Test
    void bytesThatAreNoCharactersAreRefusedByRow() {
        byte[] content = "id,name\r\n1,Alice\r\n2,J\u00fcrgen\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(UsageException.class, () -> read(UsersOptions.USUAL, content));
        assertEquals(
                List.of("users.csv: line 3: it holds bytes that are not UTF-8: save the file as \"CSV UTF-8\", or say"
                        + " --users-encoding windows-1252"),
                said);
    }

    @Test
    void utf16IsRefusedWithAdvice() {
        byte[] content = "\ufeffid,name\r\n1,Alice\r\n".getBytes(StandardCharsets.UTF_16LE);
        assertEquals(
                "the users' file is in UTF-16",
                assertThrows(UsageException.class, () -> read(UsersOptions.USUAL, content))
                        .getMessage());
    }

    @Test
    void everyBadRowIsNamedByLineAndReason() {
        String message = refusal(
                UsersOptions.USUAL,
                "id,name,email",
                "1,Alice,a@example.org",
                "5.55E+11,Bob,",
                ",Carol,",
                "4,,",
                "5,Dan",
                "1,Eve,",
                "7,Frank,nowhere",
                "8,\"Gra\rce\",",
                "9,Heidi,");
        assertEquals("the users' file " + folder.resolve("users.csv") + " has 7 bad rows beside 2 good ones", message);
        assertEquals(
                List.of(
                        "users.csv: line 3: the id is \"5.55E+11\", a number that Excel has rounded: format the column as"
                                + " text and type it again",
                        "users.csv: line 4: the id is missing",
                        "users.csv: line 5: the name is missing",
                        "users.csv: line 6: it has 2 fields, and the first line has 3",
                        "users.csv: line 7: the id \"1\" stands in line 2 already",
                        "users.csv: line 8: \"nowhere\" is no e-mail address",
                        "users.csv: line 9: a field holds a line break or another control character"),
                said);
    }

    @Test
    void aFileWithoutIdsOrWithTwoIsRefused() {
        assertEquals(
                "the users' file has no column with ids or e-mail addresses",
                refusal(UsersOptions.USUAL, "name,ward", "Alice,7"));
        assertEquals(
                "two columns of the users' file could be the id: User name, Staff ID",
                refusal(UsersOptions.USUAL, "User name,Staff ID,Name", "a,1,Alice"));
        assertTrue(refusal(UsersOptions.USUAL).endsWith("users.csv is empty"));
    }

    @Test
    void formulasAreData() throws IOException {
        assertEquals(
                "=HYPERLINK(\"x\")",
                people("id,name", "1,\"=HYPERLINK(\"\"x\"\")\"").get(0).name());
    }

    @Test
    void pinsAreBytesAndAreWiped() throws IOException {
        UsersFile file = read(UsersOptions.USUAL.withPins(6), "id,name,pin", "1,Alice,739254", "2,Bob,\"gr\u00fcn47\"");
        Pin pin = file.pinOf(file.people().get(1)).orElseThrow();
        try (Secret utf8 = pin.utf8()) {
            assertEquals("gr\u00fcn47", new String(utf8.expose(), StandardCharsets.UTF_8));
        }
        file.close();
        assertThrows(IllegalStateException.class, () -> file.pinOf(file.people().get(1)));
        assertEquals(6, pin.codePoints());
    }

    @Test
    void pinsThatAreNotWantedAreNotLookedAt() throws IOException {
        try (UsersFile file = read(UsersOptions.USUAL, "id,name,pin", "1,Alice,1")) {
            assertEquals(Optional.empty(), file.pinOf(file.people().get(0)));
        }
    }

    @Test
    void badPinsAreNamedByRowAndNeverShown() {
        refusal(
                UsersOptions.USUAL.withPins(6),
                "id,name,pin",
                "1,Alice,7392",
                "2,Bob,123456",
                "3,Carol,5.55E+11",
                "4,Dan,",
                "5,Eve," + "7x".repeat(31) + "abc");
        assertEquals(
                List.of(
                        "users.csv: line 2: the PIN has less than 6 characters",
                        "users.csv: line 3: the PIN is too simple: its characters are all the same or follow in order",
                        "users.csv: line 4: the PIN is a number that Excel has rounded: format the column as text and type"
                                + " it again",
                        "users.csv: line 5: the PIN has less than 6 characters",
                        "users.csv: line 6: the PIN has more than 63 bytes"),
                said);
    }

    @Test
    void tenThousandRowsAreRead() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,name,email,pin"));
        for (int i = 1; i <= 10_000; i++) {
            lines.add(i + ",Person " + i + ",p" + i + "@example.org," + (80_417_263 + 7919 * i));
        }
        try (UsersFile file = read(UsersOptions.USUAL.withPins(6), lines.toArray(String[]::new))) {
            assertEquals(10_000, file.people().size());
            assertEquals(
                    new Person("10000", "Person 10000", Optional.of("p10000@example.org"), 10_001),
                    file.people().get(9_999));
        }
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsSaid() {
        refusal(UsersOptions.USUAL, "id,name", "1,\"Alice", "2,Bob");
        assertEquals(1, said.size());
    }
}
