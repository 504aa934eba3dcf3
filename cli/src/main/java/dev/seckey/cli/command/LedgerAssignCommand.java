package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.KeyHistory;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.output.LedgerEventsResult;
import dev.seckey.cli.users.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "assign", description = "Record who has a key: one key a person, one person a key.")
final class LedgerAssignCommand implements Action {
    private final Context context;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Parameters(paramLabel = "KEY", description = "Its serial number, its label, or its id in the ledger.")
    private String name = "";

    @Option(names = "--person", paramLabel = "ID", required = true, description = "The person's id.")
    private String person = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The person's name.")
    private Optional<String> personName = Optional.empty();

    @Option(names = "--email", paramLabel = "ADDRESS", description = "The person's e-mail address.")
    private Optional<String> email = Optional.empty();

    @Option(names = "--replace", description = "Take the key back first from whoever has it, and the person's old key.")
    private boolean replace;

    LedgerAssignCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (Ledger open = ledger.open(context)) {
            Person who = new Person(person, personName.orElse(person), email, 0);
            Entry entry = Entry.of(EventKind.PERSON_CLAIMED).about(KeyHistory.one(open, name));
            if (replace) {
                release(open, entry);
            }
            Optional<Event> claimed = open.claimPerson(who, entry);
            if (claimed.isEmpty()) {
                context.prompts().say("the key or the person is bound already: " + standing(open, entry));
                context.prompts().say("hint: --replace takes both back first, and the ledger says so");
                return ExitCode.NO;
            }
            context.output().print("ledger assign", new LedgerEventsResult(List.of(claimed.get()), open.heads()));
            return ExitCode.DONE;
        }
    }

    private void release(Ledger open, Entry entry) {
        String key = entry.key().orElseThrow().id();
        Map<String, String> bound = open.bindings();
        if (key.equals(bound.get(person))) {
            return;
        }
        Optional.ofNullable(bound.get(person))
                .ifPresent(old ->
                        open.releasePerson(Entry.of(EventKind.PERSON_RELEASED).about(KeyHistory.one(open, old))));
        open.releasePerson(entry);
    }

    private String standing(Ledger open, Entry entry) {
        String key = entry.key().orElseThrow().id();
        return open.bindings().entrySet().stream()
                .filter(each -> each.getKey().equals(person) || each.getValue().equals(key))
                .map(each -> each.getKey() + " has " + each.getValue())
                .sorted()
                .reduce((first, second) -> first + ", " + second)
                .orElse("look again");
    }
}
