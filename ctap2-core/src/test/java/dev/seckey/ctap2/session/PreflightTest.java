package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.transport.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Facts of a careful client: lists no longer than the key takes, halved when they are too large all the same. */
class PreflightTest {
    private static final int GET_INFO = 0x04;
    private static final String RP = "example.org";
    private static final List<CredentialDescriptor> TEN = IntStream.range(0, 10)
            .mapToObj(number -> CredentialDescriptor.of(Bytes.ofInts(number)))
            .toList();

    private int mostInList = 4;
    private int mostTaken = 100;
    private boolean namesCredential = true;
    private Optional<CredentialDescriptor> onKey = Optional.empty();
    private final List<GetAssertion> asked = new ArrayList<>();
    private final WatchedKey key = new WatchedKey(this::answer);
    private final Ctap2 session = new Ctap2(key, () -> Exchange.within(Duration.ofSeconds(1)));

    private Bytes answer(Bytes request) {
        if (request.at(0) == GET_INFO) {
            return Bytes.ofInts(0).plus(info().encode());
        }
        GetAssertion question = GetAssertion.from(Cbor.decodeMap(request.from(1)));
        asked.add(question);
        if (question.allowList().size() > mostTaken) {
            return Bytes.ofInts(CtapStatus.REQUEST_TOO_LARGE.number());
        }
        return onKey.filter(question.allowList()::contains)
                .map(found -> Bytes.ofInts(0).plus(assertion(found).encode()))
                .orElse(Bytes.ofInts(CtapStatus.NO_CREDENTIALS.number()));
    }

    private CborMap info() {
        return CborMap.builder()
                .put(AuthenticatorInfo.VERSIONS, List.of(AuthenticatorInfo.FIDO_2_1))
                .put(AuthenticatorInfo.AAGUID, Aaguid.NONE)
                .put(AuthenticatorInfo.MAX_CREDENTIAL_COUNT_IN_LIST, mostInList)
                .put(AuthenticatorInfo.MAX_CREDENTIAL_ID_LENGTH, 64)
                .build();
    }

    private CborMap assertion(CredentialDescriptor found) {
        return new Assertion(
                        Optional.of(found).filter(each -> namesCredential),
                        AuthenticatorData.of(Bytes.utf8(RP).sha256(), 0, 1, Optional.empty(), Optional.empty()),
                        Bytes.ofInts(0),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .encode();
    }

    private Optional<CredentialDescriptor> find() {
        return new Preflight(session, Optional.empty()).find(RP, TEN);
    }

    private List<Integer> sizes() {
        return asked.stream().map(each -> each.allowList().size()).toList();
    }

    @Test
    void listsAreCutToTheKeysLimit() {
        assertEquals(Optional.empty(), find());
        assertEquals(List.of(4, 4, 2), sizes());
    }

    @Test
    void whatTheKeyHasIsFoundAndNoMoreAsked() {
        onKey = Optional.of(TEN.get(5));
        assertEquals(onKey, find());
        assertEquals(List.of(4, 4), sizes());
    }

    @Test
    void nobodyIsAskedToTouchTheKey() {
        find();
        assertTrue(asked.stream().allMatch(each -> each.options().up().equals(Optional.of(false))));
    }

    @Test
    void aListThatIsTooLargeIsHalved() {
        mostTaken = 1;
        onKey = Optional.of(TEN.get(2));
        assertEquals(onKey, find());
        assertEquals(List.of(4, 2, 1, 1, 2, 1), sizes());
    }

    @Test
    void aKeyThatDoesNotSayItsLimitGetsOneAtATimeAndNeedNotNameIt() {
        mostInList = 1;
        namesCredential = false;
        onKey = Optional.of(TEN.get(1));
        assertEquals(onKey, find());
        assertEquals(List.of(1, 1), sizes());
    }

    @Test
    void idsThatCannotBeTheKeysAndHintsOnTransportsAreDropped() {
        CredentialDescriptor tooLong = CredentialDescriptor.of(Bytes.of(new byte[65]));
        CredentialDescriptor otherType = new CredentialDescriptor("other", Bytes.ofInts(1), List.of());
        CredentialDescriptor hinted = new CredentialDescriptor("public-key", Bytes.ofInts(2), List.of("usb"));
        assertEquals(
                List.of(CredentialDescriptor.of(Bytes.ofInts(2))),
                Preflight.plausible(session.info(), List.of(tooLong, otherType, hinted)));
    }
}
