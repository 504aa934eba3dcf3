package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.Assertion;
import java.nio.file.Path;

/** Another process that has a key in its hands: it signs without end, and prints each count once it has the signature. */
final class StateFileHolder {
    private StateFileHolder() {}

    public static void main(String[] args) {
        KeyInHand key = new KeyInHand(KeyInHand.profile(), StateFile.open(Path.of(args[0]), KeyInHand.profile()));
        Bytes id = Requests.verified(key.send(Requests.make())).credentialId();
        while (true) {
            Assertion assertion = key.send(Requests.get(id));
            System.out.println(assertion.authData().signCount());
        }
    }
}
