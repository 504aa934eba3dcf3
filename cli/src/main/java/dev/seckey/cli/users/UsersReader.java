package dev.seckey.cli.users;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.files.DurableFile;
import dev.seckey.ctap2.fault.FileFault;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a users' file whole and checks it whole. The characters of PINs go into arrays that are wiped, never into a
 * String; the one place that cannot be wiped for certain is the CSV reader's own buffer, of which the PIN's part is
 * overwritten as soon as it is taken.
 */
public final class UsersReader {
    /** 64 MB: far more than 100,000 people need. */
    private static final int MAX_SIZE = 64 << 20;

    /** Bad rows that are named one by one. */
    private static final int NAMED = 50;

    private final Path file;
    private final UsersOptions options;
    private final Consumer<String> say;

    private UsersReader(Path file, UsersOptions options, Consumer<String> say) {
        this.file = file;
        this.options = options;
        this.say = say;
    }

    /**
     * @param say gets one line for each bad row
     * @throws UsageException if any row is bad
     * @throws FileFault if the file cannot be read
     */
    public static UsersFile read(Path file, UsersOptions options, Consumer<String> say) {
        return new UsersReader(file, options, say).read();
    }

    private UsersFile read() {
        try (UsersText text = new UsersText(bytes(), options)) {
            UsersRows rows = new UsersRows(options);
            List<String> problems = new ArrayList<>();
            boolean whole = false;
            try {
                readRows(text, rows, problems);
                whole = problems.isEmpty();
            } finally {
                if (!whole) {
                    rows.close();
                }
            }
            if (!whole) {
                throw refused(problems, rows.count());
            }
            return rows.toFile();
        }
    }

    private byte[] bytes() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                throw new UsageException(file + " is too large for a users' file");
            }
            return bytes;
        } catch (IOException e) {
            throw new FileFault("cannot read the users' file " + file + ": " + DurableFile.reason(e), e);
        }
    }

    private void readRows(UsersText text, UsersRows rows, List<String> problems) {
        CharBuffer chars = text.chars();
        Optional<Character> announced = announcedSeparator(chars);
        if (announced.isPresent()) {
            skipLine(chars);
        }
        int skipped = announced.isPresent() ? 1 : 0;
        CharArrayReader in = new CharArrayReader(chars.array(), chars.position(), chars.remaining());
        CsvReader<UsersRow> csv = CsvReader.builder()
                .fieldSeparator(announced.orElseGet(text::separator))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new UsersRow.Handler(rows::pinPlace), in);
        Iterator<UsersRow> each = csv.iterator();
        try {
            if (!each.hasNext()) {
                throw new UsageException("the users' file " + file + " is empty");
            }
            UsersRow header = each.next();
            if (header.isDamaged()) {
                throw new UsageException(
                        "the first line of the users' file is not in " + options.encoding(), encodingHint());
            }
            rows.begin(header);
            while (each.hasNext()) {
                UsersRow row = each.next();
                long line = row.line() + skipped;
                Optional<String> problem = row.isDamaged()
                        ? Optional.of("it holds bytes that are not " + options.encoding() + ": " + encodingHint())
                        : rows.add(row, line);
                problem.ifPresent(what -> problems.add("line " + line + ": " + what));
            }
        } catch (CsvParseException e) {
            problems.add("the file breaks the rules of CSV: look for a quotation mark that is not closed");
        }
    }

    private String encodingHint() {
        return "save the file as \"CSV UTF-8\", or say --users-encoding windows-1252";
    }

    /** Excel's own first line, "sep=;". */
    private static Optional<Character> announcedSeparator(CharBuffer chars) {
        boolean announced = chars.remaining() >= 5
                && CharBuffer.wrap(chars, 0, 4).toString().equalsIgnoreCase("sep=");
        return announced ? Optional.of(chars.get(chars.position() + 4)) : Optional.empty();
    }

    private static void skipLine(CharBuffer chars) {
        while (chars.hasRemaining() && chars.get() != '\n') {
            // on to its end
        }
    }

    private UsageException refused(List<String> problems, int good) {
        problems.stream().limit(NAMED).forEach(problem -> say.accept(file.getFileName() + ": " + problem));
        if (problems.size() > NAMED) {
            say.accept(file.getFileName() + ": and " + (problems.size() - NAMED) + " more");
        }
        return new UsageException(
                "the users' file " + file + " has " + problems.size()
                        + (problems.size() == 1 ? " bad row" : " bad rows") + " beside " + good + " good ones",
                "mend them, and run it again; nothing was done");
    }
}
