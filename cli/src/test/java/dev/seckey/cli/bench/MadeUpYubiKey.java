package dev.seckey.cli.bench;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.server.Extra;
import dev.seckey.ctap2.server.ForwardingHandler;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.transport.CommandApdu;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.yubico.CardManagement;
import java.util.Optional;

/** A key that says these things of itself in Yubico's management. */
record MadeUpYubiKey(RequestHandler key, Bytes members) implements ForwardingHandler, Extra {
    private Bytes page() {
        return Bytes.ofInts(members.size()).plus(members);
    }

    @Override
    public Bytes aid() {
        return CardManagement.AID;
    }

    @Override
    public Bytes selected() {
        return Bytes.utf8("Virtual mgr - FW version 5.7.2");
    }

    @Override
    public ResponseApdu apdu(CommandApdu command) {
        return ResponseApdu.ok(page());
    }

    @Override
    public Optional<Bytes> vendor(int command, Bytes message) {
        return Optional.of(page());
    }

    @Override
    public Optional<Extra> extra() {
        return Optional.of(this);
    }
}
