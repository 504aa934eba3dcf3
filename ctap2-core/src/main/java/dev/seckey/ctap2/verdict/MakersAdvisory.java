package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a maker, or a register of weaknesses, published about keys that are in use. A table of these is shipped, dated and
 * apart from FIDO's metadata: none of it touches a certified level.
 *
 * @param models each is in the names of the models concerned
 * @param firmwareBelow the first firmware that is mended, as getInfo numbers it; absent: the key's firmware does not tell
 */
public record MakersAdvisory(
        String id,
        String title,
        LocalDate published,
        List<String> models,
        Optional<Long> firmwareBelow,
        String advice,
        String source) {

    /**
     * @param compiled the day on which the table was last gone over
     */
    public record Table(LocalDate compiled, List<MakersAdvisory> all) {
        /** Those that concern a key of this model with this firmware, or of unknown firmware. */
        public List<MakersAdvisory> of(String model, Optional<Long> firmware) {
            return all.stream()
                    .filter(advisory -> advisory.concerns(model, firmware))
                    .toList();
        }
    }

    private static final class Shipped {
        static final Table TABLE = read();
    }

    /** The table that is shipped. */
    public static Table shipped() {
        return Shipped.TABLE;
    }

    private static Table read() {
        try (InputStream in = MakersAdvisory.class.getResourceAsStream("makers-advisories.json")) {
            JsonObject table = JsonObject.parse(Bytes.of(in.readAllBytes()));
            return new Table(
                    table.date("compiled").orElseThrow(),
                    table.objects("advisories").stream()
                            .map(MakersAdvisory::from)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MakersAdvisory from(JsonObject in) {
        return new MakersAdvisory(
                in.requireText("id"),
                in.requireText("title"),
                in.date("published").orElseThrow(),
                in.texts("models"),
                in.text("firmwareBelow").map(MakersAdvisory::number),
                in.requireText("advice"),
                in.requireText("source"));
    }

    private static long number(String dotted) {
        long number = 0;
        for (String part : dotted.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    /** A key that does not say its firmware may be one of those concerned. */
    boolean concerns(String model, Optional<Long> firmware) {
        boolean mended = firmwareBelow.isPresent() && firmware.isPresent() && firmware.get() >= firmwareBelow.get();
        return models.stream().anyMatch(model::contains) && !mended;
    }

    @Override
    public String toString() {
        return id + " of " + published + ", " + title + " (" + source + ")";
    }
}
