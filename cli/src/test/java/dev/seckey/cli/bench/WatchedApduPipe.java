package dev.seckey.cli.bench;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.StatusWord;
import java.util.Set;

/** A path over NFC on which something happens when the card says that it is waiting, or before it is asked what never waits. */
record WatchedApduPipe(ApduPipe pipe, Runnable whenWaiting) implements ApduPipe {
    /** Of the management of YubiKeys: to read, and to write. */
    private static final Set<Integer> MAKERS = Set.of(0x1D, 0x1C);

    @Override
    public byte[] transmit(byte[] command) {
        if (MAKERS.contains((int) command[1])) {
            whenWaiting.run();
        }
        byte[] answer = pipe.transmit(command);
        if (ResponseApdu.parse(Bytes.of(answer)).is(StatusWord.IN_PROGRESS)) {
            whenWaiting.run();
        }
        return answer;
    }

    @Override
    public void close() {
        pipe.close();
    }
}
