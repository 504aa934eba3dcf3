package dev.seckey.cli.terminal;

/** Text from outside (a key's name, a file's content) as it may stand on a line of a terminal. */
public final class Printable {
    private Printable() {}

    /** With a question mark for each character that would break the line, steer the terminal or turn the text round. */
    public static String of(String text) {
        if (text.chars().noneMatch(Printable::steers)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(unit -> printable.append(steers(unit) ? '?' : (char) unit));
        return printable.toString();
    }

    private static boolean steers(int unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
