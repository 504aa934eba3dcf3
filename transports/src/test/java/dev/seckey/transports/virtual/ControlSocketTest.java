package dev.seckey.transports.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.transports.virtual.ControlSocket.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ControlSocketTest {
    private final ControlSocket control = ControlSocket.listen(0, line -> {
        if (line.equals("hello")) {
            return Answer.of("ok hello");
        }
        throw new IllegalArgumentException("say hello");
    });

    private final Thread serving = new Thread(control, "control");

    @BeforeEach
    void serve() {
        serving.start();
    }

    @AfterEach
    void close() {
        control.close();
    }

    private Socket program() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), control.port());
    }

    private static BufferedReader reader(Socket program) throws IOException {
        return new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void say(Socket program, String words) throws IOException {
        program.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachLineIsAnsweredWithALine() throws IOException {
        try (Socket program = program()) {
            say(program, "hello\nhello\r\n");
            BufferedReader in = reader(program);
            assertEquals("ok hello", in.readLine());
            assertEquals("ok hello", in.readLine());
        }
    }

    @Test
    void aLineThatIsNotUnderstoodEndsTheConnectionAndNotTheService() throws IOException {
        try (Socket browser = program()) {
            say(browser, "POST / HTTP/1.1\n");
            BufferedReader in = reader(browser);
            assertEquals("error: say hello", in.readLine());
            assertNull(in.readLine());
        }
        eachLineIsAnsweredWithALine();
    }

    @Test
    void aLineWithoutEndIsNotReadForEver() throws IOException {
        try (Socket program = program()) {
            say(program, "h".repeat(201));
            assertEquals("error: say hello", reader(program).readLine());
        }
    }

    @Test
    void noOtherAddressOfThisMachineLeadsToIt() throws IOException {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress address : outside) {
            try (Socket program = new Socket()) {
                assertThrows(
                        IOException.class, () -> program.connect(new InetSocketAddress(address, control.port()), 1000));
            }
        }
    }

    @Test
    void closingEndsTheServiceEvenWithAProgramConnected() throws Exception {
        try (Socket program = program()) {
            say(program, "hello\n");
            assertEquals("ok hello", reader(program).readLine());
            control.close();
            serving.join();
        }
    }

    @Test
    void aPortThatIsTakenIsAFault() {
        assertThrows(TransportFault.class, () -> ControlSocket.listen(control.port(), Answer::of));
    }
}
