package dev.seckey.cli.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an exported file, CSV or JSON, tells of the chains as they were then: every row's place and hash. */
public final class KnownHeads {
    private KnownHeads() {}

    /**
     * @throws FileFault if the file cannot be read
     * @throws UsageException if it is no export of a ledger
     */
    public static List<Head> of(Path export) {
        try {
            String text = Files.readString(export);
            List<Head> heads = text.startsWith("{") ? fromJson(text) : fromCsv(text);
            if (heads.isEmpty()) {
                throw new IllegalArgumentException("no rows");
            }
            return heads;
        } catch (IOException e) {
            throw new FileFault("cannot read " + export, e);
        } catch (IllegalArgumentException | CsvParseException e) {
            throw new UsageException(
                    export + " is no export of a ledger", "make one with \"seckey ledger export -o FILE\"");
        }
    }

    /** Objects with the three members, wherever they stand. */
    private static List<Head> fromJson(String text) throws IOException {
        List<Head> heads = new ArrayList<>();
        try (JsonParser in = new JsonFactory().createParser(text)) {
            Map<String, String> members = new HashMap<>();
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    members.clear();
                } else if (token.isScalarValue()) {
                    members.put(String.valueOf(in.currentName()), in.getText());
                    if (members.keySet().containsAll(List.of("bench", "sequence", "hash"))) {
                        heads.add(head(members.get("bench"), members.get("sequence"), members.get("hash")));
                        members.clear();
                    }
                }
            }
        }
        return heads;
    }

    private static List<Head> fromCsv(String text) throws IOException {
        List<Head> heads = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                heads.add(head(Spreadsheet.original(field(row, "bench")), field(row, "sequence"), field(row, "hash")));
            }
        }
        return heads;
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    private static Head head(String bench, String sequence, String hash) {
        return new Head(bench, Long.parseLong(sequence), Bytes.fromHex(hash));
    }
}
