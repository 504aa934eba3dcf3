package dev.seckey.transports.virtual;

import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/**
 * Puts a card on a virtual reader of vsmartcard's vpcd, which listens inside pcscd. A frame is a length of two bytes,
 * most significant first, and as many bytes: one byte is an order to the card, more are an APDU.
 */
public final class VpcdCard implements Service {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int POWER_OFF = 0;
    private static final int POWER_ON = 1;
    private static final int RESET = 2;
    private static final int GET_ATR = 4;
    private static final int LONGEST_FRAME = 0xffff;

    private final Socket socket;
    private final CardServer card;
    private volatile boolean closed;

    private VpcdCard(Socket socket, CardServer card) {
        this.socket = socket;
        this.card = card;
    }

    /**
     * Lays the card on the reader. pcscd notices within half a second of {@link #run}.
     *
     * @throws AccessFault if there is no such reader
     */
    public static VpcdCard connect(String host, int port, CardServer card) {
        String where = host + ":" + port;
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            return new VpcdCard(socket, card);
        } catch (ConnectException e) {
            throw unreachable("no vpcd at " + where + ": is pcscd running with vsmartcard-vpcd?", socket, e);
        } catch (UnknownHostException e) {
            throw unreachable("no vpcd at " + where + ": there is no host of that name", socket, e);
        } catch (IOException e) {
            throw unreachable("no vpcd at " + where + ": " + e.getMessage(), socket, e);
        }
    }

    private static AccessFault unreachable(String message, Socket socket, IOException cause) {
        close(socket);
        return new AccessFault(Reason.NO_SMARTCARD_SERVICE, message, cause);
    }

    /**
     * Serves until {@link #close}, or until the reader goes away.
     *
     * @throws TransportFault if the reader breaks off in the middle of a frame
     */
    @Override
    public void run() {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            QuickAck quickAck = new QuickAck(socket);
            int length;
            while ((length = in.read()) >= 0) {
                quickAck.arm();
                byte[] frame = new byte[length << 8 | in.readUnsignedByte()];
                in.readFully(frame);
                quickAck.arm();
                serve(frame, out);
            }
        } catch (EOFException e) {
            throw lost("the virtual reader broke off in the middle of a frame", e);
        } catch (IOException e) {
            if (!closed) {
                throw lost("lost the virtual reader: " + e.getMessage(), e);
            }
        }
    }

    private void serve(byte[] frame, OutputStream out) throws IOException {
        if (frame.length > 1) {
            byte[] answer = card.transmit(frame);
            if (answer.length > 0) {
                send(answer, out);
            }
        } else if (frame.length == 1) {
            switch (frame[0]) {
                case POWER_OFF -> card.powerOff();
                case POWER_ON -> card.powerOn();
                case RESET -> card.reset();
                case GET_ATR -> send(card.atr(), out);
                default -> {
                    // an order from the future: those have no answer
                }
            }
        }
    }

    /** Length and payload in one write. */
    private static void send(byte[] payload, OutputStream out) throws IOException {
        if (payload.length == 0 || payload.length > LONGEST_FRAME) {
            throw new IllegalArgumentException("a frame holds 1 to 65535 bytes, not " + payload.length);
        }
        byte[] frame = new byte[2 + payload.length];
        frame[0] = (byte) (payload.length >> 8);
        frame[1] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 2, payload.length);
        out.write(frame);
        out.flush();
    }

    private static TransportFault lost(String message, IOException cause) {
        return new TransportFault(Reason.TRANSPORT_BROKEN, message, cause);
    }

    /** Takes the card off the reader, in the middle of an APDU if need be. */
    @Override
    public void close() {
        closed = true;
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
