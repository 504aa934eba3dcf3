package dev.seckey.cli.metadata;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.model.Aaguid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A list of models in CSV, as a supplier or a spreadsheet writes it: divided by comma, semicolon or tab, with any header
 * or none. A row names its model by an AAGUID anywhere in it, else by its name.
 */
public final class ProcurementList {
    private static final char BOM = '\ufeff';

    /** What the column with the model's name may be called, the likelier first. */
    private static final List<String> HEADERS = List.of("model", "name", "product", "description", "key");

    private final List<Row> rows;
    private final Optional<String> header;

    private ProcurementList(List<Row> rows, Optional<String> header) {
        this.rows = rows;
        this.header = header;
    }

    /**
     * One model.
     *
     * @param line where it stands, from 1
     * @param text the AAGUID or the name, as it stands there
     */
    public record Row(long line, String text, Optional<Aaguid> aaguid) {}

    /**
     * @param octets UTF-8, with a byte order mark or without
     * @param isModel whether the metadata know such a name
     * @throws UsageException if it is no such list
     */
    public static ProcurementList read(byte[] octets, Predicate<String> isModel) {
        String text = text(octets);
        List<List<String>> records = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(text)) {
            for (CsvRecord each : reader) {
                List<String> cells =
                        each.getFields().stream().map(String::strip).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    records.add(cells);
                    lines.add(each.getStartingLineNumber());
                }
            }
        } catch (CsvParseException e) {
            throw new UsageException("the list is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean hasHeader = !records.isEmpty() && records.get(0).stream().noneMatch(cell -> names(cell, isModel));
        Optional<Integer> column = (hasHeader ? column(records.get(0)) : Optional.<Integer>empty())
                .or(() -> likeliestColumn(records, isModel));
        List<Row> rows = IntStream.range(hasHeader ? 1 : 0, records.size())
                .mapToObj(i -> row(lines.get(i), records.get(i), column))
                .toList();
        if (rows.isEmpty()) {
            throw new UsageException("the list names no model", "write a line for each, with its AAGUID or its name");
        }
        return new ProcurementList(rows, hasHeader ? Optional.of(String.join(", ", records.get(0))) : Optional.empty());
    }

    public List<Row> rows() {
        return rows;
    }

    /** The first line, if it names no model and is therefore taken for a header. */
    public Optional<String> header() {
        return header;
    }

    private static String text(byte[] octets) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UsageException("the list is not in UTF-8", "save it from the spreadsheet as \"CSV UTF-8\"");
        }
    }

    /** The one that the first line has most of. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparing(
                        each -> first.chars().filter(letter -> letter == each).count()))
                .filter(each -> first.indexOf(each) >= 0)
                .orElse(',');
    }

    private static boolean names(String cell, Predicate<String> isModel) {
        return Aaguid.parse(cell).isPresent() || isModel.test(cell);
    }

    private static Optional<Integer> column(List<String> header) {
        List<String> lower =
                header.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        return HEADERS.stream()
                .flatMap(word -> IntStream.range(0, lower.size())
                        .filter(i -> lower.get(i).contains(word))
                        .boxed())
                .findFirst();
    }

    /** The one that names models known to the metadata most often. */
    private static Optional<Integer> likeliestColumn(List<List<String>> records, Predicate<String> isModel) {
        Map<Integer, Long> named = records.stream()
                .flatMap(cells -> IntStream.range(0, cells.size())
                        .filter(i -> isModel.test(cells.get(i)))
                        .boxed())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return named.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static Row row(long line, List<String> cells, Optional<Integer> column) {
        Optional<String> aaguid =
                cells.stream().filter(cell -> Aaguid.parse(cell).isPresent()).findFirst();
        String text = aaguid.or(() ->
                        column.filter(i -> i < cells.size()).map(cells::get).filter(cell -> !cell.isEmpty()))
                .or(() -> cells.stream().filter(cell -> !cell.isEmpty()).findFirst())
                .orElse("");
        return new Row(line, text, aaguid.flatMap(Aaguid::parse));
    }
}
