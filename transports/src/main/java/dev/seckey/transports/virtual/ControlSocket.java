package dev.seckey.transports.virtual;

import dev.seckey.ctap2.fault.TransportFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Lines of UTF-8 on a loopback port: each is answered with one line. Programs on other hosts cannot reach it. The first
 * line that is not understood ends the connection, so that no web page can say something by way of a browser.
 */
public final class ControlSocket implements Service {
    private static final int LONGEST_LINE = 200;
    private static final String ERROR = "error: ";

    private final LoopbackPort port;
    private final Commands commands;

    /** What lines mean. */
    @FunctionalInterface
    public interface Commands {
        /**
         * @throws IllegalArgumentException if the line is not understood; the message says what would be
         */
        Answer run(String line);
    }

    /**
     * @param line what the program is told
     * @param then happens once it was told
     */
    public record Answer(String line, Runnable then) {
        public static Answer of(String line) {
            return new Answer(line, () -> {});
        }
    }

    private ControlSocket(LoopbackPort port, Commands commands) {
        this.port = port;
        this.commands = commands;
    }

    /**
     * @param port 0 takes any that is free
     * @throws TransportFault if the port is taken
     */
    public static ControlSocket listen(int port, Commands commands) {
        return new ControlSocket(LoopbackPort.listen(port), commands);
    }

    public int port() {
        return port.port();
    }

    /** Serves one program after another until {@link #close}. */
    @Override
    public void run() {
        port.serve(this::serve);
    }

    private void serve(Socket program) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = program.getOutputStream();
        boolean understood = true;
        while (understood) {
            StringBuilder line = new StringBuilder();
            int next = in.read();
            while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
                line.append((char) next);
                next = in.read();
            }
            if (next < 0) {
                return;
            }
            Answer answer = answer(line.toString().strip());
            out.write((answer.line() + "\n").getBytes(StandardCharsets.UTF_8));
            answer.then().run();
            understood = !answer.line().startsWith(ERROR);
        }
    }

    private Answer answer(String line) {
        try {
            return commands.run(line);
        } catch (IllegalArgumentException e) {
            return Answer.of(ERROR + e.getMessage());
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
