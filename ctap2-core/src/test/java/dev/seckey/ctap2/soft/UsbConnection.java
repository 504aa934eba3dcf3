package dev.seckey.ctap2.soft;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.seckey.ctap2.server.SoftHidPipe;
import java.io.IOException;

/** What Yubico's library takes for a USB key. */
public record UsbConnection(SoftHidPipe pipe) implements FidoConnection {
    @Override
    public void send(byte[] packet) {
        pipe.write(packet);
    }

    @Override
    public void receive(byte[] packet) throws IOException {
        byte[] octets = pipe.read(5_000).orElseThrow(() -> new IOException("nothing came"));
        System.arraycopy(octets, 0, packet, 0, octets.length);
    }

    @Override
    public void close() {
        pipe.close();
    }
}
