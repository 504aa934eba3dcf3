package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.server.Waiting;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How many ES256 assertions a second one thread gets from the software authenticator, from request to answer. */
@State(Scope.Thread)
public class AssertionsPerSecond {
    private final SoftAuthenticator key = new SoftAuthenticator(KeyInHand.profile(), Environment.ofThisMachine());
    private Bytes request;

    @Setup
    public void makeTheCredential() {
        Bytes made = key.cbor(Requests.make().encode(), Waiting.SILENT);
        Bytes id = Requests.make()
                .decode(Cbor.decodeMap(made.from(1).toArray()))
                .authData()
                .credential()
                .orElseThrow()
                .credentialId();
        request = GetAssertion.of(Requests.RP, Requests.HASH, List.of(CredentialDescriptor.of(id)))
                .encode();
    }

    @Benchmark
    public Bytes es256() {
        Bytes answer = key.cbor(request, Waiting.SILENT);
        if (answer.at(0) != 0) {
            throw new IllegalStateException("the key refuses");
        }
        return answer;
    }
}
