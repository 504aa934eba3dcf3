package dev.seckey.cli.provision.live;

import dev.seckey.cli.terminal.Cells;
import dev.seckey.cli.terminal.Screen.Size;
import java.util.ArrayList;
import java.util.List;

/** Which lines show a scene on a terminal of some size: what matters most stands last, and is never cut off. */
final class Layout {
    private static final int LEAST_COLUMNS = 12;

    /** Strikes the eye, and is not wrapped on the next best narrower terminal. */
    private static final int LARGE_COLUMNS = 60;

    /** A terminal that shows Ctrl-C as ^C must not go to the next line with it. */
    private static final int KEPT_FREE = 3;

    private Layout() {}

    /** @param large whether it is to strike the eye */
    record Row(String text, boolean large) {}

    private static Row large(String line, int columns) {
        return new Row(Cells.pad(" " + line, Math.min(columns, LARGE_COLUMNS)), true);
    }

    /** None is as wide as the terminal, and all together are lower. */
    static List<Row> rows(Scene scene, Size size) {
        int columns = Math.max(size.columns(), LEAST_COLUMNS) - KEPT_FREE;
        List<Row> rows = new ArrayList<>();
        scene.latest().forEach(line -> rows.add(new Row(Cells.cut(line, columns), false)));
        scene.stages().stream()
                .filter(stage -> scene.places() > 1)
                .map(stage -> "  " + stage.place() + ": " + stage.todo())
                .forEach(line -> rows.add(new Row(Cells.cut(line, columns), false)));
        Cells.wrap(scene.progress(), columns).forEach(line -> rows.add(new Row(line, false)));
        Cells.wrap(scene.todo(), columns - 2).forEach(line -> rows.add(large(line, columns)));
        scene.foremost()
                .flatMap(Stage::person)
                .map(person -> Cells.wrap("put into the envelope: " + person, columns - 2))
                .ifPresent(lines -> lines.forEach(line -> rows.add(large(line, columns))));
        int most = Math.max(size.rows() - 1, 1);
        return List.copyOf(rows.subList(Math.max(0, rows.size() - most), rows.size()));
    }
}
