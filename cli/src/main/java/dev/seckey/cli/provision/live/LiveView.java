package dev.seckey.cli.provision.live;

import dev.seckey.cli.output.Output;
import dev.seckey.cli.provision.KeyReport;
import dev.seckey.cli.provision.KeyReportResult;
import dev.seckey.cli.provision.View;
import dev.seckey.cli.terminal.Canvas;
import dev.seckey.cli.terminal.Printable;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.cli.terminal.Screen;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.transports.KeyRef;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A run, drawn at the end of the terminal; the results go to stdout, and warnings stay, above what is drawn. */
public final class LiveView implements View {
    /** Asking for the size starts a process: seldom while nothing happens, and not for each of several events at once. */
    private static final Duration LOOK_AT_THE_SIZE = Duration.ofSeconds(1);

    private static final Duration SIZE_IS_FRESH = Duration.ofMillis(100);
    private static final int LATEST = 3;
    private static final String LARGE = "\u001b[1;7m";
    private static final String PLAIN = "\u001b[0m";

    private final Output output;
    private final Prompts prompts;
    private final Canvas canvas;
    private final Screen screen;
    private final Ticker ticker;
    private final Optional<Integer> count;
    private final int places;

    private final Map<KeyRef, Stage> stages = new LinkedHashMap<>();
    private final Map<String, Integer> outcomes = new LinkedHashMap<>();
    private final Deque<String> latest = new ArrayDeque<>();
    private boolean simulated;
    private int handled;
    private int warnings;
    private Screen.Size size;
    private Deadline fresh;
    private Deadline nextLook;

    /**
     * @param terminal where prompts go, too
     * @param places how many keys are worked on at once
     */
    public LiveView(
            Output output,
            Prompts prompts,
            PrintStream terminal,
            Screen screen,
            Ticker ticker,
            boolean simulated,
            Optional<Integer> count,
            int places) {
        this.output = output;
        this.prompts = prompts;
        this.canvas = new Canvas(terminal);
        this.screen = screen;
        this.ticker = ticker;
        this.simulated = simulated;
        this.count = count;
        this.places = places;
        measure();
    }

    private void measure() {
        size = screen.size();
        fresh = Deadline.after(ticker, SIZE_IS_FRESH);
        nextLook = Deadline.after(ticker, LOOK_AT_THE_SIZE);
    }

    private Screen.Size size() {
        if (fresh.isPast()) {
            measure();
        }
        return size;
    }

    private Scene scene() {
        return new Scene(
                simulated,
                places,
                handled,
                count,
                outcomes,
                warnings,
                List.copyOf(latest),
                List.copyOf(stages.values()));
    }

    private void draw() {
        Screen.Size now = size();
        List<String> lines = Layout.rows(scene(), now).stream()
                .map(row -> row.large() ? LARGE + row.text() + PLAIN : row.text())
                .toList();
        if (!canvas.shows(lines)) {
            canvas.draw(lines, now.columns());
        }
    }

    private void wipe() {
        canvas.wipe(size().columns());
    }

    private void stage(KeyRef key, UnaryOperator<Stage> change) {
        stages.put(key, change.apply(stages.getOrDefault(key, Stage.working(key.selector()))));
        draw();
    }

    @Override
    public void waiting(int soFar) {
        draw();
    }

    @Override
    public void working(KeyRef key) {
        stage(key, any -> Stage.working(key.selector()));
    }

    @Override
    public void touch(KeyRef key) {
        stage(key, before -> before.asking("touch the key now: it is blinking"));
    }

    @Override
    public void touched(KeyRef key) {
        stage(key, Stage::workingAgain);
    }

    @Override
    public void envelope(KeyRef key, Person person) {
        stage(key, before -> before.with(Printable.of(KeyReportResult.title(person))));
    }

    @Override
    public void say(KeyRef key, String text) {
        stage(key, before -> before.asking(Printable.of(text)));
    }

    @Override
    public void warn(KeyRef key, String text) {
        warnings++;
        wipe();
        prompts.say("warning: " + (places > 1 ? key.selector() + ": " : "") + text);
        draw();
    }

    @Override
    public void ended(KeyRef key, KeyReport report, int soFar) {
        handled = soFar;
        simulated |= report.key().simulated();
        KeyReportResult result = new KeyReportResult(report);
        warnings += report.warnings().size();
        outcomes.merge(result.word(), 1, Integer::sum);
        latest.add(Printable.of(result.brief()));
        if (latest.size() > LATEST) {
            latest.remove();
        }
        wipe();
        output.printEach("provision", result);
        stage(key, Stage::ready);
    }

    @Override
    public void removed(KeyRef key) {
        if (stages.containsKey(key) && stages.get(key).doing() == Stage.Doing.READY) {
            stages.remove(key);
            draw();
        }
    }

    /** The terminal may have another size by now. */
    @Override
    public void tick() {
        if (nextLook.isPast()) {
            draw();
        }
    }

    @Override
    public void close() {
        wipe();
        stages.values().stream()
                .filter(stage -> stage.doing() == Stage.Doing.READY)
                .map(stage -> places > 1 ? stage.todo() + " (" + stage.place() + ")" : stage.todo())
                .forEach(prompts::say);
    }
}
