package dev.seckey.cli.terminal;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paints the verdict and warnings. Nothing is said by colour alone: what is painted are words that say it. */
public enum Colours {
    ON,
    OFF;

    private static final String GREEN = "32";
    private static final String RED = "31";
    private static final String YELLOW = "33";

    /** @param environment where NO_COLOR (no-color.org) and TERM have their say */
    public static Colours of(boolean terminal, Map<String, String> environment) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean able = environment.containsKey("WT_SESSION")
                || !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return terminal && !refused && able ? ON : OFF;
    }

    /** @param text one line or several */
    public String paint(String text) {
        return this == OFF ? text : Words.WORD.matcher(text).replaceAll(Colours::painted);
    }

    private static String painted(MatchResult found) {
        String word = found.group().substring(found.group(1).length());
        String colour = found.group(2) != null ? GREEN : found.group(3) != null ? RED : YELLOW;
        return Matcher.quoteReplacement(found.group(1) + "\u001b[1;" + colour + "m" + word + "\u001b[0m");
    }

    /** Made only where something is painted. */
    private static final class Words {
        static final Pattern WORD = Pattern.compile("(?m)^((?:SIMULATED )?(?:  )?)(?:"
                + "(?<good>ACCEPTABLE|acceptable|VALID)"
                + "|(?<bad>NOT ACCEPTABLE|not acceptable|NOT VALID|fail)"
                + "|(?<doubt>CANNOT TELL|cannot tell|warning|warn)"
                + ")(?=[: ])");
    }
}
