package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Simulated keys on UDP ports, as test programs of others use them. */
@Timeout(120)
class VirtualStartIT {
    private static final Pattern STARTED = Pattern.compile("on UDP port (\\d+), control port (\\d+);");
    private static final String INIT = "ffffffff860008a1a2a3a4a5a6a7a8";

    @TempDir
    private Path folder;

    private static String init(int port) throws IOException {
        byte[] packet = Arrays.copyOf(HexFormat.of().parseHex(INIT), 64);
        try (DatagramSocket host = new DatagramSocket()) {
            host.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
            DatagramPacket answer = new DatagramPacket(new byte[64], 64);
            host.receive(answer);
            return HexFormat.of().formatHex(answer.getData());
        }
    }

    private static String tell(int port, String line) throws IOException {
        try (Socket control = new Socket(InetAddress.getLoopbackAddress(), port)) {
            control.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    /** Waits until so many have told their ports. */
    private static List<MatchResult> started(Running keys, int count) {
        List<MatchResult> started = List.of();
        while (started.size() < count) {
            started = STARTED.matcher(keys.awaitErr("takes it away")).results().toList();
        }
        return started;
    }

    @Test
    void twoKeysAnswerOnTheirPortsAndAreSteeredAndKept() throws IOException {
        Path file = folder.resolve("full.key");
        try (Running keys = Seckey.HERE.start(
                "virtual",
                "start",
                "--udp",
                "0",
                "--control",
                "0",
                "--count",
                "2",
                "--first",
                "2",
                "--profile",
                "full@" + file)) {
            List<MatchResult> started = started(keys, 2);
            for (MatchResult key : started) {
                String answer = init(Integer.parseInt(key.group(1)));
                assertTrue(answer.startsWith("ffffffff860011a1a2a3a4a5a6a7a800000001"), answer);
                assertEquals(
                        "ok SIMULATED profile=full approve=always received=1 sent=1 faults=0 power-cycles=0",
                        tell(Integer.parseInt(key.group(2)), "status"));
            }
            assertEquals("ok", tell(Integer.parseInt(started.get(0).group(2)), "quit"));
            keys.end().ended(0).printedNothing();
        }
        assertTrue(Files.exists(folder.resolve("full.key-2")));
        assertTrue(Files.exists(folder.resolve("full.key-3")));
    }
}
