package dev.seckey.cli.scripts;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.BenchFiles;
import dev.seckey.cli.bench.BenchPins;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.ledger.Benches;
import dev.seckey.cli.ledger.LedgerAddress;
import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the blocks of one script are run.
 *
 * <pre>
 * + usb:/dev/hidraw0 = level2                     for what may stand here see Behaviour
 * + usb:/dev/hidraw0 serial 0042 = level2
 * + nfc:A Reader = level2
 * + usb:/dev/hidraw0 = forbidden
 * + nfc:A Reader = empty
 * + nfc: = no service
 * + usb: = Ctrl-C                                 comes when the keys are looked for the third time
 * + usb:/dev/hidraw0 = then level2                after it was used it is pulled out, and this is plugged in
 * + usb:/dev/hidraw0 = unused, then level2        the same of a key that nobody uses
 * + usb:/dev/hidraw1 = later level2               is plugged in at the same moment
 * + ledger                                        there is one with three keys: see Benches
 * + handover                                      a PIN is in {dir}/pins, for {dir}/handover-cert.pem
 * </pre>
 */
final class Station {
    private static final String UNUSED = "unused, then ";

    private static final Pattern KEY = Pattern.compile("(usb|nfc):(.*?)(?: serial (\\w+))? = (.*)");

    /** {@code {made.json#credentialId}}: what stands there in a file on the bench. */
    private static final Pattern MEMBER = Pattern.compile("\\{([\\w.-]+)#(\\w+)}");

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

    private final Path files;
    private final Path home;

    /** @param folder empty; for this station alone */
    Station(Path folder) throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
        home = folder.resolve("home");
        BenchFiles.write(files);
    }

    /** {@code seckey …}, or {@code cat FILE}. */
    Ran run(Block block) throws IOException {
        String[] arguments = arguments(block.command());
        if (block.command().startsWith("cat ")) {
            return new Ran(portable(Files.readString(Path.of(arguments[0]))), "", ExitCode.DONE);
        }
        Bench bench = new Bench(home).given(stdin(block));
        block.typed().forEach(bench::typing);
        for (String variable : block.environment()) {
            String[] nameAndValue = variable.split("=", 2);
            bench.with(nameAndValue[0], nameAndValue[1]);
        }
        for (String thing : block.keys()) {
            switch (thing) {
                case "ledger" -> Benches.fill(LedgerAddress.of(Optional.empty(), Optional.of(home), Map.of()));
                case "handover" -> BenchPins.store(files.resolve("pins"), files.resolve("handover-cert.pem"));
                default -> plug(bench, thing);
            }
        }
        Ran ran = bench.run(arguments);
        return new Ran(portable(ran.out()), portable(ran.err()), ran.code());
    }

    private static byte[] stdin(Block block) {
        StringBuilder text = new StringBuilder();
        block.stdin().forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Split at spaces, except between double quotes. */
    private String[] arguments(String command) {
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> MEMBER.matcher(word.group().replace("\"", ""))
                        .replaceAll(this::member)
                        .replace("{dir}", files.toString()))
                .toList();
        return words.subList(1, words.size()).toArray(String[]::new);
    }

    private String member(MatchResult reference) {
        try {
            Matcher value = Pattern.compile('"' + reference.group(2) + "\": \"([^\"]*)\"")
                    .matcher(Files.readString(files.resolve(reference.group(1))));
            if (!value.find()) {
                throw new IllegalArgumentException("there is no " + reference.group());
            }
            String found = value.group(1);
            // base64url may begin like an option
            return found.startsWith("-") ? Bytes.fromBase64(found).hex() : found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String portable(String text) {
        return text.replace(files.toString(), "{dir}").replace(System.lineSeparator(), "\n");
    }

    private static void plug(Bench bench, String words) {
        Matcher key = KEY.matcher(words);
        if (!key.matches()) {
            throw new IllegalArgumentException("no key: " + words);
        }
        String place = key.group(2);
        String behaviour = key.group(4);
        Optional<String> serial = Optional.ofNullable(key.group(3));
        switch (behaviour) {
            case "forbidden" -> bench.keys().plugForbidden(place, "Bench Key");
            case "empty" -> bench.keys().addEmptyReader(place);
            case "Ctrl-C" -> bench.keys().interruptAtLook(3);
            case "no service" -> bench.keys().stopSmartcardService();
            default -> {
                if (behaviour.startsWith(UNUSED)) {
                    bench.keys().replugUnused(place, behaviour.substring(UNUSED.length()));
                } else if (behaviour.startsWith("later ")) {
                    bench.keys().plugLater(place, behaviour.substring("later ".length()));
                } else if (behaviour.startsWith("then ")) {
                    bench.keys().replug(place, behaviour.substring("then ".length()));
                } else if (key.group(1).equals("usb")) {
                    bench.keys().plug(place, "Bench Key", serial, behaviour);
                } else {
                    bench.keys().lay(place, behaviour);
                }
            }
        }
    }
}
