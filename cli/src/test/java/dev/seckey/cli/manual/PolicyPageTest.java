package dev.seckey.cli.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.policy.PolicyException;
import dev.seckey.cli.policy.PolicyReader;
import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What seckey-policy(5) says of a policy is what is read. */
class PolicyPageTest {
    private static final Path PAGE = Path.of("src/test/resources/manual/seckey-policy.5.txt");
    private static final Pattern TABLE = Pattern.compile("In the table (\\[.*?]).*");

    private static PolicyDocument read(List<String> lines) throws PolicyException {
        return PolicyReader.read(Bytes.utf8(String.join("\n", lines)), "page", "manual");
    }

    /** All of them at once, but for the one that goes with no PIN. */
    @Test
    void everyKeyIsTakenWithTheValueThatIsShown() throws IOException, PolicyException {
        List<String> shown = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("- .* = .*") || TABLE.matcher(line).matches())
                .filter(line -> !line.equals("- fresh = true"))
                .map(line -> TABLE.matcher(line).replaceFirst("$1").replaceFirst("^- ", ""))
                .collect(Collectors.toList());
        assertEquals("Ward 7", read(shown).rules().title());
    }

    @Test
    void theExampleIsAPolicy() throws IOException, PolicyException {
        List<String> example = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("    ") && !line.contains("seckey "))
                .collect(Collectors.toList());
        assertEquals(
                "WARD7-{n:04}",
                read(example).provision().orElseThrow().assetLabel().orElseThrow());
    }
}
