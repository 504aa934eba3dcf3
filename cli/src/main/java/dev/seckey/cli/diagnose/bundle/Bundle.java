package dev.seckey.cli.diagnose.bundle;

import dev.seckey.cli.diagnose.Diagnosis;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.files.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file for support. It is there whole or not at all. */
public final class Bundle {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final String NEVER_LOOKED_AT = """
            Never looked at, and so not in here:
              PINs and fingerprints
              credentials, passkeys and the names of accounts
              the environment's variables, and the content of files of this computer's user
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    /** @param diagnosis redacted already */
    public Bundle(Diagnosis diagnosis, Map<String, Integer> taken) {
        files.put("left-out.txt", leftOut(taken));
        for (Diagnosis.Journal journal : diagnosis.journals()) {
            String name = journal.probe().replaceAll("[^A-Za-z0-9]+", "-");
            files.merge("traces/" + name + ".txt", String.join("\n", journal.lines()) + "\n", String::concat);
        }
    }

    /** @param text redacted already */
    public Bundle with(String name, String text) {
        files.put(name, text);
        return this;
    }

    private static String leftOut(Map<String, Integer> taken) {
        String lines = new TreeMap<>(taken)
                .entrySet().stream()
                        .map(each -> "  " + each.getKey() + ": " + each.getValue() + " times\n")
                        .collect(Collectors.joining());
        return "Taken out of what is in here:\n" + (lines.isEmpty() ? "  nothing\n" : lines) + "\n" + NEVER_LOOKED_AT;
    }

    /** "seckey-diagnosis-20261124-120000.zip". */
    public static Path usualName(Instant now) {
        return Path.of("seckey-diagnosis-" + STAMP.format(now) + ".zip");
    }

    /** @throws FileFault if it cannot be written */
    public void write(Path target, Instant now) {
        try {
            WholeFile.write(target, zipped(now));
        } catch (IOException e) {
            throw new FileFault("cannot write the bundle " + target, e);
        }
    }

    private byte[] zipped(Instant now) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(all)) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTime(now.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return all.toByteArray();
    }
}
