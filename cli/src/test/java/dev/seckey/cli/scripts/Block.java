package dev.seckey.cli.scripts;

import java.util.ArrayList;
import java.util.List;

/**
 * One command of a script and what must come of it.
 *
 * <pre>
 * # what this shows
 * + usb:/dev/hidraw0 = level2          a key is plugged in (see Station for all that can be said)
 * @ 123456                             the person types this when asked; more of them: answer by answer
 * % NAME=value                         a variable of the environment
 * $ seckey verify --pin-stdin          the command; {dir} is the folder of the files on the bench, {F.json#m} what the
 *                                      member m in its file F.json is
 * < 123456                             a line on standard input
 * ACCEPTABLE: ...                      a line of stdout; "..." stands for any text
 * ...                                  alone: for any number of lines
 * ! touch the key now                  a line of stderr
 * ? 0                                  the exit code; ends the block
 * </pre>
 */
record Block(
        String title,
        int line,
        List<String> keys,
        List<String> typed,
        List<String> environment,
        String command,
        List<String> stdin,
        List<String> out,
        List<String> err,
        int code) {

    /** All blocks of a script. */
    static List<Block> parse(List<String> script) {
        List<Block> blocks = new ArrayList<>();
        Draft draft = new Draft(1);
        for (int number = 1; number <= script.size(); number++) {
            if (draft.take(script.get(number - 1))) {
                blocks.add(draft.finish());
                draft = new Draft(number + 1);
            }
        }
        return blocks;
    }

    /** Whether it runs seckey, and only looks at a file otherwise. */
    boolean isSeckey() {
        return command.startsWith("seckey ");
    }

    /** Whether it is about the command line itself, which is text whatever is asked for. */
    boolean printsText() {
        return List.of(command.split(" ")).stream()
                .anyMatch(List.of("-h", "--help", "--version", "completion", "__complete")::contains);
    }

    /** The same with JSON asked for. */
    Block asJson() {
        String wanted = command.replaceFirst(" --json\\b", "").replaceFirst("^seckey", "seckey --json");
        return new Block(title, line, keys, typed, environment, wanted, stdin, out, err, code);
    }

    /** A block of which not all lines are read yet. */
    private static final class Draft {
        private int line;
        private final List<String> comments = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final List<String> typed = new ArrayList<>();
        private final List<String> environment = new ArrayList<>();
        private final List<String> stdin = new ArrayList<>();
        private final List<String> out = new ArrayList<>();
        private final List<String> err = new ArrayList<>();
        private String command = "";
        private int code;

        Draft(int line) {
            this.line = line;
        }

        /** Whether the block is complete with this line. */
        boolean take(String text) {
            return command.isEmpty() ? takeBefore(text) : takeAfter(text);
        }

        private boolean takeBefore(String text) {
            line++;
            if (text.isBlank()) {
                comments.clear(); // of the file, not of a block
                return false;
            }
            String rest = text.length() < 2 ? "" : text.substring(2);
            switch (text.charAt(0)) {
                case '#' -> comments.add(rest);
                case '+' -> keys.add(rest);
                case '@' -> typed.add(rest);
                case '%' -> environment.add(rest);
                case '$' -> command = rest;
                default -> throw new IllegalArgumentException("line " + (line - 1) + ": " + text);
            }
            return false;
        }

        private boolean takeAfter(String text) {
            String rest = text.length() < 2 ? "" : text.substring(2);
            if (text.startsWith("? ")) {
                code = Integer.parseInt(rest);
                return true;
            }
            if (text.startsWith("! ")) {
                err.add(rest);
            } else if (text.startsWith("< ")) {
                stdin.add(rest);
            } else {
                out.add(text);
            }
            return false;
        }

        Block finish() {
            String title = command + (comments.isEmpty() ? "" : "   # " + String.join(" ", comments));
            return new Block(title, line - 1, keys, typed, environment, command, stdin, out, err, code);
        }
    }
}
