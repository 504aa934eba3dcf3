package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.server.Waiting;
import java.util.List;

/** How many ES256 assertions a second one thread gets from the software authenticator, from request to answer. */
public final class AssertionsPerSecond {
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 2_000_000_000L;

    private AssertionsPerSecond() {}

    public static void main(String[] args) {
        SoftAuthenticator key = new SoftAuthenticator(KeyInHand.profile(), Environment.ofThisMachine());
        Bytes made = key.cbor(Requests.make().encode(), Waiting.SILENT);
        Bytes id = Requests.make()
                .decode(Cbor.decodeMap(made.from(1).toArray()))
                .authData()
                .credential()
                .orElseThrow()
                .credentialId();
        Bytes request = GetAssertion.of(Requests.RP, Requests.HASH, List.of(CredentialDescriptor.of(id)))
                .encode();
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf("round %d: %d assertions a second%n", round, run(key, request));
        }
    }

    private static long run(SoftAuthenticator key, Bytes request) {
        long start = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - start < ROUND_NANOS) {
            if (key.cbor(request, Waiting.SILENT).at(0) != 0) {
                throw new IllegalStateException("the key refuses");
            }
            count++;
        }
        return count * 1_000_000_000L / (System.nanoTime() - start);
    }
}
