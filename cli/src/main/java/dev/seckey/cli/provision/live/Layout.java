package dev.seckey.cli.provision.live;

import dev.seckey.cli.terminal.Cells;
import dev.seckey.cli.terminal.Screen.Size;
import java.util.ArrayList;
import java.util.List;

/** Which lines show a scene on a terminal of some size: what matters most stands last, and is never cut off. */
final class Layout {
    private static final int LEAST_COLUMNS = 10;

    private Layout() {}

    /** @param large whether it is to strike the eye */
    record Row(String text, boolean large) {}

    /** None is as wide as the terminal, and all together are lower. */
    static List<Row> rows(Scene scene, Size size) {
        int columns = Math.max(size.columns(), LEAST_COLUMNS) - 1;
        List<Row> rows = new ArrayList<>();
        scene.latest().forEach(line -> rows.add(new Row(Cells.cut(line, columns), false)));
        scene.stages().stream()
                .filter(stage -> scene.places() > 1)
                .map(stage -> "  " + stage.place() + ": " + stage.todo())
                .forEach(line -> rows.add(new Row(Cells.cut(line, columns), false)));
        Cells.wrap(scene.progress(), columns).forEach(line -> rows.add(new Row(line, false)));
        Cells.wrap(scene.todo(), columns - 2).forEach(line -> rows.add(new Row(Cells.pad(" " + line, columns), true)));
        scene.foremost()
                .flatMap(Stage::person)
                .map(person -> Cells.wrap("put into the envelope: " + person, columns - 2))
                .ifPresent(lines -> lines.forEach(line -> rows.add(new Row(Cells.pad(" " + line, columns), true))));
        int most = Math.max(size.rows() - 1, 1);
        return List.copyOf(rows.subList(Math.max(0, rows.size() - most), rows.size()));
    }
}
