package dev.seckey.transports.nfc;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.real.Rigs;
import dev.seckey.transports.virtual.VpcdCard;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.smartcardio.Card;
import jnasmartcardio.Smartcardio.JnaTerminalFactorySpi;

/** Plays one scene with the smart card service that it finds, and prints what happened. For tests on real parts. */
public final class NfcProbe {
    static final String READER = "Virtual PCD 00 00";
    static final Bytes SELECT = Bytes.fromHex("00 A4 04 00 08 A0000006472F0001 00");

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String BY_LIBRARY = "by-library";

    private static NfcReaders readers = NfcReaders.system();

    private NfcProbe() {}

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains(BY_LIBRARY)) {
            readers = NfcReaders.byLibrary();
        }
        try {
            switch (arguments[0]) {
                case "list" -> list();
                case "empty" -> readers.open(READER, LIMIT, LIMIT).close();
                case "absent" -> readers.open("No Such Reader", LIMIT, LIMIT).close();
                case "exclusive" -> exclusive(port(arguments));
                case "exchange" -> exchange(port(arguments));
                case "pulled" -> pulled(port(arguments));
                case "silent" -> silent(port(arguments));
                case "held" -> held(port(arguments));
                case "hold" -> hold();
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (Fault e) {
            say(e);
        }
    }

    private static int port(String[] arguments) {
        return Integer.parseInt(arguments[1]);
    }

    private static void list() {
        for (KeyRef reader : readers.list()) {
            System.out.println(reader.selector() + " "
                    + reader.obstacle().map(obstacle -> obstacle.what()).orElse("card"));
        }
    }

    private static void exchange(int port) throws InterruptedException {
        FakeCard card = new FakeCard();
        insert(port, card);
        String ordersBeforeClosing;
        try (CardPipe pipe = readers.open(READER, LIMIT, LIMIT)) {
            list();
            System.out.println("select " + Bytes.of(pipe.transmit(SELECT.toArray())));
            System.out.println("long " + Bytes.of(pipe.transmit(FakeCard.LONG_ANSWER.toArray())));
            System.out.println("busy " + Bytes.of(pipe.transmit(FakeCard.BUSY.toArray())));
            System.out.println("extended " + pipe.transmit(FakeCard.EXTENDED.toArray()).length);
            ordersBeforeClosing = card.orders().toString();
        }
        System.out.println("orders before closing " + ordersBeforeClosing);
        System.out.println("orders after closing " + card.orders());
    }

    private static void pulled(int port) throws InterruptedException {
        FakeCard card = new FakeCard();
        VpcdCard onReader = insert(port, card);
        card.beforeAnswer(onReader::close);
        try (CardPipe pipe = readers.open(READER, LIMIT, LIMIT)) {
            for (int i = 0; i < 2; i++) {
                try {
                    pipe.transmit(SELECT.toArray());
                } catch (Fault e) {
                    say(e);
                }
            }
        }
    }

    private static void silent(int port) throws InterruptedException {
        FakeCard card = new FakeCard();
        insert(port, card);
        card.beforeAnswer(NfcProbe::sleepLong);
        try (CardPipe pipe = readers.open(READER, LIMIT, Duration.ofMillis(300))) {
            pipe.transmit(SELECT.toArray());
        }
    }

    private static void held(int port) throws IOException, InterruptedException {
        insert(port, new FakeCard());
        Process holder = new ProcessBuilder(Rigs.java(NfcProbe.class, "hold"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        holder.inputReader().readLine();
        try {
            readers.open(READER, Duration.ofMillis(500), LIMIT).close();
            System.out.println("opened");
        } catch (Fault e) {
            say(e);
        }
        holder.destroyForcibly().waitFor();
        try (CardPipe pipe = readers.open(READER, LIMIT, LIMIT)) {
            System.out.println("then " + Bytes.of(pipe.transmit(SELECT.toArray())));
        }
    }

    private static void exclusive(int port) throws Exception {
        insert(port, new FakeCard());
        Object noParameter = null;
        Card held = new JnaTerminalFactorySpi(noParameter)
                .engineTerminals()
                .list()
                .get(0)
                .connect("EXCLUSIVE;*");
        try {
            readers.open(READER, LIMIT, LIMIT).close();
        } finally {
            held.disconnect(false);
        }
    }

    private static void hold() {
        CardPipe pipe = readers.open(READER, LIMIT, LIMIT);
        System.out.println("holding");
        sleepLong();
        pipe.close();
    }

    private static VpcdCard insert(int port, FakeCard card) throws InterruptedException {
        VpcdCard onReader = VpcdCard.connect("localhost", port, card);
        Thread thread = new Thread(onReader, "card");
        thread.setDaemon(true);
        thread.start();
        while (readers.list().stream().noneMatch(KeyRef::openable)) {
            Thread.sleep(50);
        }
        return onReader;
    }

    private static void say(Fault fault) {
        System.out.println(fault.reason() + " " + fault.getMessage()
                + fault.hint().map(hint -> " / " + hint).orElse(""));
    }

    private static void sleepLong() {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<String> scene(String... arguments) {
        return Rigs.java(NfcProbe.class, arguments);
    }
}
