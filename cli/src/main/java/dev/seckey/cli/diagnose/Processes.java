package dev.seckey.cli.diagnose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The programs that run, as Linux tells it in /proc. Of other users' programs only the names can be seen. */
public final class Processes {
    private final Path proc;
    private final long own;

    public Processes(Machine machine) {
        this.proc = machine.at("/proc");
        this.own = ProcessHandle.current().pid();
    }

    /** A program that runs. */
    public record Running(long pid, String name) {
        @Override
        public String toString() {
            return name + " (process " + pid + ")";
        }
    }

    /** All but this one. */
    public List<Running> all() {
        return matching(folder -> true);
    }

    /** Those that have a file open. @param path as it is on the machine */
    public List<Running> holding(String path) {
        return matching(folder ->
                Machine.entries(folder.resolve("fd")).stream().anyMatch(descriptor -> leadsTo(descriptor, path)));
    }

    private List<Running> matching(Predicate<Path> wanted) {
        return Machine.entries(proc).stream()
                .filter(folder -> folder.getFileName().toString().matches("\\d{1,18}"))
                .filter(folder -> pid(folder) != own)
                .filter(wanted)
                .map(folder -> new Running(pid(folder), name(folder)))
                .toList();
    }

    private static long pid(Path folder) {
        return Long.parseLong(folder.getFileName().toString());
    }

    /** A Java program is called by what it runs: its process has Java's name. */
    private static String name(Path folder) {
        String name = Machine.text(folder.resolve("comm")).orElse("a program");
        String line = Machine.text(folder.resolve("cmdline")).orElse("");
        boolean ours = line.contains("dev.seckey.cli.Main") || line.matches("(?s).*/lib/cli-[^/]*\\.jar.*");
        return name.equals("java") && ours ? "seckey" : name;
    }

    private static boolean leadsTo(Path descriptor, String path) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(path);
        } catch (IOException e) {
            return false; // closed meanwhile, or another user's
        }
    }

    /** One line: "firefox (process 123), seckey (process 4)". */
    public static String line(List<Running> programs) {
        return programs.stream().map(Running::toString).collect(Collectors.joining(", "));
    }
}
