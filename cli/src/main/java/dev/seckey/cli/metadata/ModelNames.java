package dev.seckey.cli.metadata;

import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Models by what people call them. Case and punctuation do not matter. */
public final class ModelNames {
    /** Words that people leave out. */
    private static final Set<String> FILLERS = Set.of("series", "with", "by");

    /**
     * What is printed on YubiKeys, whose models are named without the plug: 5C is a 5 with USB-C, 5Ci one with Lightning
     * too, Nano a short one, and the C of "Security Key C NFC" likewise. Source: Yubico, "YubiKey Hardware FIDO2 AAGUIDs".
     */
    private static final Map<String, List<String>> ON_YUBIKEYS =
            Map.of("5c", List.of("5"), "5ci", List.of("5", "lightning"), "nano", List.of(), "c", List.of());

    /** A model with the words of its name. */
    private record Named(MetadataEntry model, List<String> words) {}

    private final List<Named> models;

    public ModelNames(MetadataIndex index) {
        this.models = index.entries()
                .map(model -> new Named(model, words(model.name())))
                .toList();
    }

    /**
     * The models of this name: several where each firmware has an AAGUID of its own. Where none has it, those that mean
     * the same by other words; else those that have all its words in their names, be those names different.
     */
    public List<MetadataEntry> find(String name) {
        List<String> words = words(name);
        if (words.isEmpty()) {
            return List.of();
        }
        List<MetadataEntry> same = having(each -> each.equals(words));
        if (!same.isEmpty()) {
            return same;
        }
        Set<String> meaning = meaning(words);
        List<MetadataEntry> alike = having(each -> meaning(each).equals(meaning));
        return alike.isEmpty() ? having(each -> each.containsAll(words)) : alike;
    }

    private static Set<String> meaning(List<String> words) {
        boolean yubikey = words.contains("yubikey") || words.contains("yubico");
        return words.stream()
                .filter(word -> !FILLERS.contains(word))
                .flatMap(word -> (yubikey ? ON_YUBIKEYS.getOrDefault(word, List.of(word)) : List.of(word)).stream())
                .collect(Collectors.toSet());
    }

    private List<MetadataEntry> having(Predicate<List<String>> fitting) {
        return models.stream()
                .filter(named -> fitting.test(named.words()))
                .map(Named::model)
                .toList();
    }

    /** Sorted, each once. */
    public static List<String> namesOf(List<MetadataEntry> models) {
        Set<String> names = models.stream().map(MetadataEntry::name).collect(Collectors.toSet());
        return names.stream().sorted().toList();
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}+]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
