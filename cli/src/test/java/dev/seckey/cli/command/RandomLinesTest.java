package dev.seckey.cli.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.BenchFiles;
import dev.seckey.cli.bench.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever stands on the command line and in the files, an answer comes, and never one that blames seckey. */
class RandomLinesTest {
    private static final int LINES = 500;

    /** The one goes on until somebody ends it, the other writes into the current folder. */
    private static final Set<String> OTHERS = Set.of("virtual start", "handover keygen");

    private static final Set<String> LEFT_OUT =
            Set.of("--watch", "--home", "--help", "--version", "--network", "--ledger", "--trace", "--verbose");

    private static final List<String> KEYS = List.of(
            "virtual",
            "virtual:full",
            "virtual:bio",
            "virtual:pre21",
            "virtual:proto1-only",
            "virtual:always-uv",
            "virtual:force-change",
            "virtual:non-canonical",
            "virtual:u2f-only",
            "virtual:blocked",
            "virtual:full+nfc",
            "virtual:counterfeit",
            "virtual:yubikey",
            "virtual:pin-set",
            "usb:none",
            "serial:7",
            "nfc:x",
            "asset:A-1",
            "");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "7",
            "99999999999999999999",
            "4294967296",
            "example.org",
            "\u00e4\u674e",
            "a\u0000b",
            "{",
            "[]",
            "00ff",
            "zz",
            "AAECAwQ",
            "none",
            "packed",
            "usb",
            "fido2",
            "nhs-cis2",
            "random",
            "localhost:1",
            "https://a b",
            "2026-02-30",
            "5ec7e700-51d0-4a7e-8d00-000000000002",
            "=1+1",
            "../x",
            "%s%n",
            "\u0007",
            "-",
            "1234",
            "123456");

    private static final List<String> FILES = List.of(
            "",
            "none",
            "none/none",
            "folder",
            "empty.txt",
            "note.txt",
            "pin.txt",
            "pin-latin1.txt",
            "list.csv",
            "staff.csv",
            "ward.toml",
            "wrong.toml",
            "provision.toml",
            "blob7.jwt",
            "blob7-changed.jwt",
            "root.pem");

    @TempDir
    Path folder;

    private final Random random = new Random(20261124);

    @Test
    void everyLineIsAnswered() throws IOException {
        BenchFiles.write(folder);
        List<String> leaves = CommandTree.names().stream()
                .filter(name -> CommandTree.names().stream().noneMatch(other -> other.startsWith(name + " ")))
                .filter(name -> !OTHERS.contains(name))
                .sorted()
                .toList();
        for (int i = 0; i < LINES; i++) {
            List<String> line = line(leaves.get(i % leaves.size()));
            Ran ran = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> run(line), line::toString);
            assertNotEquals(ExitCode.INTERNAL, ran.code(), () -> line + "\n" + ran);
            assertFalse(ran.err().contains("\tat "), () -> line + "\n" + ran);
        }
    }

    private Ran run(List<String> line) {
        Bench bench = new Bench(folder.resolve("home"));
        byte[] input = new byte[random.nextInt(40)];
        random.nextBytes(input);
        bench.given(random.nextBoolean() ? "123456\n123457\n".getBytes(StandardCharsets.UTF_8) : input);
        if (random.nextBoolean()) {
            bench.typing("123456");
        }
        return bench.run(line.toArray(String[]::new));
    }

    private List<String> line(String command) {
        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        CommandLine tree = CommandTree.build(new GlobalOptions(), null, line.toArray(String[]::new));
        for (String name : line) {
            tree = tree.getSubcommands().get(name);
        }
        CommandSpec spec = tree.getCommandSpec();
        line.add("--key");
        line.add(one(KEYS));
        for (int n = random.nextInt(5); n > 0; n--) {
            OptionSpec option = one(spec.options());
            if (!LEFT_OUT.contains(option.longestName())) {
                line.add(option.longestName());
                if (option.arity().max() > 0) {
                    line.add(value(option));
                }
            }
        }
        for (ArgSpec positional : spec.positionalParameters()) {
            if (random.nextInt(5) > 0) {
                line.add(value(positional));
            }
        }
        if (random.nextBoolean()) {
            line.add("--json");
        }
        if (random.nextBoolean()) {
            line.add("--yes");
        }
        return line;
    }

    private String value(ArgSpec of) {
        boolean file = List.of(of.auxiliaryTypes()).contains(Path.class)
                || Stream.of("FILE", "DIR", "URL").anyMatch(of.paramLabel()::contains);
        return file ? folder.resolve(one(FILES)).toString() : one(VALUES);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
