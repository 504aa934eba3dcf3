package dev.seckey.cli.bench;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.StatusWord;

/** A path over NFC on which something happens when the card says that it is waiting. */
record WatchedApduPipe(ApduPipe pipe, Runnable whenWaiting) implements ApduPipe {
    @Override
    public byte[] transmit(byte[] command) {
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
