package dev.seckey.cli.ledger;

/** Text as it may stand in a cell of a spreadsheet, which takes some for a formula and runs it. */
public final class Spreadsheet {
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private Spreadsheet() {}

    /** With an apostrophe before what would be a formula: spreadsheets show the text then. */
    public static String harmless(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** What {@link #harmless} was given. */
    static String original(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && STARTS_FORMULA.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
