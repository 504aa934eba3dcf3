package dev.seckey.cli.output;

import dev.seckey.cli.terminal.Colours;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.files.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Where results go: stdout, or a file in UTF-8 that is there whole or not at all. */
public final class Output {
    /** Of every JSON document; grows when a member changes its meaning or goes. */
    public static final int SCHEMA_VERSION = 1;

    private final PrintStream out;
    private final Optional<Path> file;
    private final boolean json;
    private final Colours colours;
    private final Runnable lost;

    /**
     * @param colours of text on stdout
     * @param lost told when nobody takes what is printed one by one: the disk is full, or the reader has gone
     */
    public Output(PrintStream out, Optional<Path> file, boolean json, Colours colours, Runnable lost) {
        this.out = out;
        this.file = file;
        this.json = json;
        this.colours = colours;
        this.lost = lost;
    }

    public boolean isJson() {
        return json;
    }

    /** @param command what made the result, for the JSON document's head */
    public void print(String command, Result result) {
        deliver(json ? json(command, result) : painted(result));
    }

    /** A document whose form others have laid down: nothing is added to it. */
    public void print(String document) {
        deliver(document + "\n");
    }

    public boolean isToFile() {
        return file.isPresent();
    }

    /** A result that is no text: as it is. */
    public void write(Bytes content) {
        if (file.isPresent()) {
            write(file.get(), content.toArray());
        } else {
            out.writeBytes(content.toArray());
            out.flush();
        }
    }

    /** One of several results, as it happens: JSON on one line each. Goes to stdout. */
    public void printEach(String command, Result result) {
        out.print(json ? jsonOf(false, command, result) + "\n" : painted(result));
        if (out.checkError()) {
            lost.run();
        }
    }

    /** As {@link #print} would print it. */
    public static String json(String command, Result result) {
        return jsonOf(true, command, result) + "\n";
    }

    /** As {@link #print} would print it, without colours. */
    public static String text(Result result) {
        StringBuilder text = new StringBuilder();
        result.writeText(new TextWriter(text, ""));
        return text.toString();
    }

    private static String jsonOf(boolean indented, String command, Result result) {
        Consumer<JsonWriter> members = writer -> {
            writer.member("schemaVersion", SCHEMA_VERSION).member("command", command);
            result.writeJson(writer);
        };
        return JsonWriter.object(indented, members);
    }

    private String painted(Result result) {
        return file.isPresent() ? text(result) : colours.paint(text(result));
    }

    private void deliver(String text) {
        if (file.isPresent()) {
            write(file.get(), text.getBytes(StandardCharsets.UTF_8));
        } else {
            out.print(text);
            out.flush(); // PrintStream keeps an error to itself, for whoever ends the command
        }
    }

    private static void write(Path target, byte[] content) {
        try {
            WholeFile.write(target, content);
        } catch (IOException e) {
            throw new FileFault("cannot write " + target, e);
        }
    }
}
