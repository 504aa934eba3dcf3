package dev.seckey.cli.diagnose.bundle;

import dev.seckey.cli.diagnose.Diagnosis;
import dev.seckey.cli.diagnose.Finding;
import dev.seckey.ctap2.bytes.Bytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of a text what names a person, a computer or one key, and counts what it took. */
public final class Redactor {
    private static final int SHORTEST_NAME = 2;
    private static final int KEPT_OF_SERIAL = 2;
    private static final int KEPT_OF_HASH = 8;
    private static final Set<String> NO_PERSONS = Set.of("root", "nobody", "user", "seckey");
    private static final List<String> USER_VARIABLES = List.of("USER", "LOGNAME", "USERNAME", "SUDO_USER");
    private static final List<String> HOST_VARIABLES = List.of("HOSTNAME", "COMPUTERNAME", "HOST");
    private static final List<String> HOME_VARIABLES = List.of("HOME", "USERPROFILE", "SECKEY_HOME");

    /** What went over the wire to the key: no question of a probe asks for a credential or a PIN. */
    private static final Pattern WIRE = Pattern.compile("^ *\\d+ ms {2}[<>] .*");

    private record Rule(String what, Pattern pattern, UnaryOperator<String> instead) {}

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Integer> taken = new LinkedHashMap<>();

    /**
     * @param environment where the names of user, home and computer are looked up
     * @param hosts other names of this computer
     * @param serials numbers of the keys in sight
     */
    public Redactor(Map<String, String> environment, Collection<String> hosts, Collection<String> serials) {
        rule("logins in addresses", "(?<=://)[^/@\\s]+@", login -> "(login)@");
        rule("mail addresses", "[\\w.+-]+@[\\w-]+\\.[\\w.-]+", mail -> "(mail address)");
        serials.stream()
                .filter(serial -> serial.length() > KEPT_OF_SERIAL)
                .forEach(serial -> rule("serial numbers", Pattern.quote(serial), Redactor::shortened));
        rule("serial numbers", "(?<=serial (?:number )?)[0-9A-Za-z]{4,}", Redactor::shortened);
        named(environment, HOME_VARIABLES)
                .filter(home -> home.length() > SHORTEST_NAME)
                .forEach(home -> rule("home folders", Pattern.quote(home), path -> "(home)"));
        rule("home folders", "(?<=/home/|/Users/|\\\\Users\\\\)[^/\\\\\\s:;]+", name -> "(user)");
        Stream.concat(named(environment, HOST_VARIABLES), hosts.stream())
                .filter(host -> host.length() > SHORTEST_NAME && !host.equals("localhost"))
                .forEach(host -> rule("names of this computer", word(host), Redactor::hashed));
        named(environment, USER_VARIABLES)
                .filter(name -> name.length() >= SHORTEST_NAME && !NO_PERSONS.contains(name))
                .forEach(name -> rule("user names", word(name), user -> "(user)"));
        rule("long numbers, such as those of credentials", "(?<![\\w-])[0-9A-Za-z_-]{43,}(?![\\w-])", id -> "(number)");
    }

    private static Stream<String> named(Map<String, String> environment, List<String> variables) {
        return variables.stream().map(environment::get).filter(Objects::nonNull).distinct();
    }

    private static String word(String text) {
        return "(?i)(?<![\\p{L}\\p{N}])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}])";
    }

    private void rule(String what, String pattern, UnaryOperator<String> instead) {
        rules.add(new Rule(what, Pattern.compile(pattern), instead));
    }

    private static String shortened(String serial) {
        return "..." + serial.substring(serial.length() - KEPT_OF_SERIAL);
    }

    /** The same computer can be recognised, and not named. */
    private static String hashed(String host) {
        return "(computer "
                + Bytes.utf8(host.toLowerCase(Locale.ROOT)).sha256().hex().substring(0, KEPT_OF_HASH) + ")";
    }

    public String redact(String text) {
        if (WIRE.matcher(text).matches()) {
            return text;
        }
        String redacted = text;
        for (Rule rule : rules) {
            redacted = rule.pattern.matcher(redacted).replaceAll(found -> take(rule, found));
        }
        return redacted;
    }

    private String take(Rule rule, MatchResult found) {
        taken.merge(rule.what, 1, Integer::sum);
        return Matcher.quoteReplacement(rule.instead.apply(found.group()));
    }

    /** The same diagnosis, fit to be sent away. */
    public Diagnosis redact(Diagnosis diagnosis) {
        return new Diagnosis(
                diagnosis.findings().stream()
                        .map(finding ->
                                new Finding(finding.entry(), redact(finding.seen()), redactAll(finding.commands())))
                        .toList(),
                diagnosis.elsewhere(),
                diagnosis.journals().stream()
                        .map(journal -> new Diagnosis.Journal(redact(journal.probe()), redactAll(journal.lines())))
                        .toList(),
                diagnosis.millis());
    }

    private List<String> redactAll(List<String> lines) {
        return lines.stream().map(this::redact).toList();
    }

    /** What was taken, and how often. */
    public Map<String, Integer> taken() {
        return Map.copyOf(taken);
    }
}
