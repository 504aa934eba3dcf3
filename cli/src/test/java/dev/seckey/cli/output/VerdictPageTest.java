package dev.seckey.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.Bench;
import dev.seckey.transports.real.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheet of paper, as it is written and as a real browser shows and prints it. */
class VerdictPageTest {
    @TempDir
    Path folder;

    private Path report(String profile) {
        Path file = folder.resolve(profile + ".html");
        new Bench(folder.resolve("home"))
                .with("USER", "alice")
                .with("COMPUTERNAME", "ward<7>")
                .run("--key", "virtual:" + profile, "verify", "--report", file.toString());
        return file;
    }

    private String html(String profile) throws IOException {
        return Files.readString(report(profile));
    }

    @ParameterizedTest
    @CsvSource({
        "level2,      Acceptable,     What to do",
        "level1,      Not acceptable, 'Why, and what to do or buy instead'",
        "counterfeit, Not acceptable, 'Why, and what to do or buy instead'",
        "unknown,     Cannot tell,    'Why, and how to find out'",
        "always-uv,   Cannot tell,    'Why, and how to find out'",
        "u2f-only,    Not acceptable, 'Why, and what to do or buy instead'"
    })
    void theAnswerAndWhatToDoStandFirst(String profile, String answer, String title) throws IOException {
        String html = html(profile);
        assertTrue(html.contains("<h1 id=\"answer\">" + answer + "</h1>"), html);
        assertTrue(html.contains("<h2 id=\"todo\">" + title + "</h2>"), html);
        assertTrue(html.indexOf("id=\"todo\"") < html.indexOf("<table>"));
    }

    @Test
    void notAcceptableSaysWhatToBuy() throws IOException {
        assertTrue(
                html("level1").contains("Buy instead: a model that the FIDO Alliance lists as certified at Level 2"));
    }

    /** However long the names in its certificates are. */
    @Test
    void whatToDoIsNeverCutOff() throws IOException {
        assertTrue(html("counterfeit").contains("do not register this key; show it to whoever bought it.</li>"));
    }

    @Test
    void cannotTellSaysHowToFindOut() throws IOException {
        assertTrue(html("always-uv").contains("Set the PIN (seckey pin set), then verify again with it"));
        assertTrue(html("unknown").contains("Bring the metadata up to date"));
    }

    @Test
    void simulatedIsSaidInBigAndInTheTitle() throws IOException {
        String html = html("level2");
        assertTrue(html.contains("<p class=\"simulated\">SIMULATED: no real key"));
        assertTrue(html.contains("<title>SIMULATED Acceptable"));
    }

    @Test
    void nothingInItRunsOrComesFromElsewhere() throws IOException {
        String html = html("counterfeit");
        assertFalse(Pattern.compile("<script|<img|<link|<iframe|src=|href=|url\\(|@import")
                .matcher(html)
                .find());
        assertTrue(html.contains("default-src 'none'"));
    }

    @Test
    void aScreenReaderFindsItsWay() throws IOException {
        String html = html("level2");
        assertTrue(html.contains("<html lang=\"en\">"));
        assertEquals(1, html.split("<h1 ").length - 1);
        assertEquals(html.split("<table>").length, html.split("<caption>").length);
        assertEquals(
                html.split("<tr").length - 1,
                html.split("scope=\"row\"").length - 1 + 1,
                "each row has its head, and one row heads the columns");
        assertEquals(3, html.split("scope=\"col\"").length - 1);
    }

    @Test
    void whatComesFromOutsideIsText() throws IOException {
        assertTrue(html("level2").contains("alice on ward&lt;7&gt;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"level2", "level1", "counterfeit", "unknown", "always-uv", "u2f-only", "blocked"})
    void aRealBrowserShowsTheAnswerAndPrintsOneSheet(String profile) throws Exception {
        RealParts.require("chromium");
        Path page = report(profile);
        Path pdf = folder.resolve(profile + ".pdf");
        String dom = chromium("--dump-dom", page.toUri().toString());
        assertTrue(Pattern.compile("<h1 id=\"answer\">(Acceptable|Not acceptable|Cannot tell)</h1>")
                .matcher(dom)
                .find());
        chromium("--no-pdf-header-footer", "--print-to-pdf=" + pdf, page.toUri().toString());
        String info = run(List.of("pdfinfo", pdf.toString()));
        assertTrue(Pattern.compile("(?m)^Pages: +1$").matcher(info).find(), info);
        assertTrue(info.contains("A4"), info);
    }

    /** Without a network: a name server that is not there, and a proxy that is not there. */
    private String chromium(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--proxy-server=127.0.0.1:9",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String run(List<String> command) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> command + " does not end");
        assertEquals(0, process.exitValue(), command::toString);
        return Files.readString(out);
    }
}
