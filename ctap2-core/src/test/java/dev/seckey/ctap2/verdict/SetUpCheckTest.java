package dev.seckey.ctap2.verdict;

import static dev.seckey.ctap2.verdict.Verdicts.check;
import static dev.seckey.ctap2.verdict.Verdicts.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of how a key is set up, and decides nothing without a policy that asks. */
class SetUpCheckTest {
    private final Bench bench = new Bench();

    @ParameterizedTest
    @CsvSource({
        "8, false, PASS",
        "4, false, PASS",
        "3, false, WARN",
        "1, false, WARN",
        "0, false, WARN",
        "5, true, WARN"
    })
    void thePinsTriesAreToldAndDecideNothing(int left, boolean powerCycleNeeded, Status expected) {
        Proof proof = Bench.made(bench.profile);
        bench.profile = bench.profile.withPin("1234");
        Evidence plain = bench.evidence(proof);
        Evidence evidence = new Evidence(
                plain.transport(),
                plain.product(),
                plain.info(),
                Optional.of(new PinRetries(left, powerCycleNeeded)),
                plain.proof());
        expect(bench.judge(evidence), Subject.PIN, expected, Outcome.ACCEPTABLE);
        assertTrue(check(bench.judge(evidence), Subject.USE).evidence().contains("has a PIN"));
    }

    @Test
    void aPinThatMustBeChangedIsToldAndDecidesNothing() {
        Proof proof = Bench.made(bench.profile);
        bench.profile = bench.profile.withPin("1234");
        AuthenticatorInfo info = bench.evidence(proof).info().orElseThrow();
        CborMap forced = info.members().toBuilder()
                .put(AuthenticatorInfo.FORCE_PIN_CHANGE, true)
                .build();
        expect(bench.judge(saying(forced, List.of(), proof)), Subject.PIN, Status.WARN, Outcome.ACCEPTABLE);
    }

    @Test
    void aKeyThatListsLessThanItsModelIsOdd() {
        bench.profile = bench.profile.withVersions(List.of("U2F_V2"));
        expect(bench.judge(bench.attested()), Subject.CONSISTENCY, Status.WARN, Outcome.ACCEPTABLE);
    }

    @Test
    void aGetInfoThatIsNotCanonicalIsOdd() {
        Proof proof = Bench.made(bench.profile);
        CborMap members = bench.evidence(proof).info().orElseThrow().members();
        Evidence evidence = saying(members, List.of("keys out of order"), proof);
        expect(bench.judge(evidence), Subject.CONSISTENCY, Status.WARN, Outcome.ACCEPTABLE);
    }

    private static Evidence saying(CborMap info, List<String> deviations, Proof proof) {
        return new Evidence(
                Transport.USB, "a key", Optional.of(new AuthenticatorInfo(info, deviations)), Optional.empty(), proof);
    }

    @Test
    void theTransportIsTold() {
        assertEquals(
                "USB", check(bench.judge(bench.claimed()), Subject.TRANSPORT).evidence());
    }
}
