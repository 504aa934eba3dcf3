package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;

/** A card that is a {@link Script} of APDUs. */
final class ScriptedApduPipe implements ApduPipe {
    private final Script script;

    ScriptedApduPipe(Script script) {
        this.script = script;
    }

    @Override
    public byte[] transmit(byte[] command) {
        script.sent(Bytes.of(command));
        return script.received(0)
                .orElseThrow(() -> new AssertionError("the script has no answer"))
                .toArray();
    }

    @Override
    public void close() {
        // a script needs no closing
    }
}
