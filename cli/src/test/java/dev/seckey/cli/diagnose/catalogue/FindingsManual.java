package dev.seckey.cli.diagnose.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes man/seckey-findings.7 from the catalogue: {@code java … FindingsManual FILE}. */
public final class FindingsManual {
    private FindingsManual() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), text());
    }

    static String text() {
        StringBuilder page = new StringBuilder("""
                .TH SEC\\-FINDINGS 7 "" seckey
                .SH NAME
                seckey\\-findings \\- what seckey diagnose can find, by identifier
                .SH DESCRIPTION
                Everything that
                .BR "seckey diagnose"
                can find, with what it means and what to do about it.
                .B seckey diagnose \\-\\-explain
                .I ID
                tells the same of one.
                """.replace("SEC\\-", "SECKEY\\-"));
        String family = "";
        for (Entry entry : Catalogue.all()) {
            String own = entry.id().substring(0, entry.id().indexOf('-'));
            if (!own.equals(family)) {
                family = own;
                page.append(".SH ").append(heading(family)).append('\n');
            }
            page.append(".TP\n.B ")
                    .append(roff(entry.id()))
                    .append(" (")
                    .append(entry.severity().title())
                    .append(")\n");
            page.append(roff(capital(entry.title()))).append(".\n");
            page.append(roff(entry.meaning())).append('\n');
            if (!entry.advice().isEmpty()) {
                page.append(".br\nWhat to do: ").append(roff(entry.advice())).append('\n');
            }
        }
        return page.toString();
    }

    private static String heading(String family) {
        return switch (family) {
            case "USB" -> "KEYS ON USB";
            case "NFC" -> "READERS";
            case "KEY" -> "THE KEY ITSELF";
            case "RUN" -> "THIS COMPUTER";
            case "NET" -> "THE NETWORK";
            default -> throw new IllegalArgumentException(family);
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String roff(String text) {
        return text.replace("\\", "\\\\").replace("-", "\\-");
    }
}
