package dev.seckey.cli.provision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.seckey.cli.output.JsonWriter;
import dev.seckey.cli.provision.plan.StepId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What provisioning writes into the details of its events, and reads there again. */
final class Details {
    static final String PROVED = "proved";
    static final String STEP = "step";
    static final String FILE = "file";

    private Details() {}

    static String of(Consumer<JsonWriter> members) {
        return JsonWriter.object(false, members);
    }

    static String of(StepId step) {
        return of(out -> out.member(STEP, step.id()));
    }

    static Optional<StepId> step(String details) {
        return text(details, STEP)
                .flatMap(id -> Stream.of(StepId.values())
                        .filter(step -> step.id().equals(id))
                        .findFirst());
    }

    static boolean flag(String details, String name) {
        return text(details, name).map(Boolean::parseBoolean).orElse(false);
    }

    /** A text, number or truth value that is a member of the object itself. */
    static Optional<String> text(String details, String name) {
        try (JsonParser in = new JsonFactory().createParser(details)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                boolean here = in.currentName().equals(name);
                JsonToken value = in.nextToken();
                if (here && value.isScalarValue()) {
                    return Optional.of(in.getText());
                }
                in.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
