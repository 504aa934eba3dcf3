package dev.seckey.cli.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.policy.Policies;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.record.Replay.Replayed;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.metadata.StatusReport;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.verdict.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record that came from somewhere else is worth. */
class ReplayTest {
    private static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private int trails;
    private String line = "";

    @BeforeEach
    void aKeyIsVerifiedOnOneMachine() throws IOException {
        line = verified("virtual:level2", "--challenge", "4711");
    }

    private String verified(String key, String... more) throws IOException {
        Path file = folder.resolve("trail-" + trails++ + ".jsonl");
        List<String> args = new ArrayList<>(List.of("--key", key, "verify", "--record", file.toString()));
        args.addAll(List.of(more));
        new Bench(folder.resolve("here"))
                .with("USER", "alice")
                .with("COMPUTERNAME", "ward7")
                .run(args.toArray(String[]::new));
        return Files.readString(file).stripTrailing();
    }

    private static Models known() {
        return new Models(MetadataIndex.embedded(), Optional.of(SimulatedProfiles.metadata()));
    }

    private static Replayed replay(String line) {
        return replay(line, Optional.of("4711"), Optional.empty(), known());
    }

    private static Replayed replay(String line, Optional<String> code, Optional<PolicyDocument> policy, Models models) {
        return new Replay(code, policy, models, LATER).judge(line);
    }

    /** As somebody who knows how the digest is made would. */
    private static String forged(String line, String what, String by) {
        String body = line.substring(0, line.lastIndexOf(",\"digest\":\""));
        String changed = body.replace(what, by);
        assertFalse(body.equals(changed), what);
        return changed + ",\"digest\":\"" + Bytes.utf8(changed).sha256().base64url() + "\"}";
    }

    private static String member(String line, String name) {
        int from = line.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return line.substring(from, line.indexOf('"', from));
    }

    @Test
    void onAnotherMachineYearsLaterItComesToTheSameVerdict() {
        Replayed replayed = replay(line);
        assertEquals(ExitCode.DONE, replayed.answer());
        assertTrue(replayed.asRecorded());
        assertTrue(replayed.verdict().orElseThrow().proved());
        assertEquals(List.of(), replayed.why());
        assertEquals("alice", replayed.record().orElseThrow().occasion().operator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"level1", "counterfeit", "unknown", "pin-set", "u2f-only", "always-uv", "blocked"})
    void everyKindOfAnswerCanBeJudgedAgain(String profile) throws IOException {
        String record = verified("virtual:" + profile);
        Replayed replayed = new Replay(
                        Optional.empty(), Optional.empty(), known(), Instant.parse("2026-11-24T12:00:00Z"))
                .judge(record);
        assertTrue(replayed.asRecorded(), replayed::toString);
        assertEquals(List.of(), replayed.why());
        assertEquals(record, RecordLine.write(replayed.record().orElseThrow()));
    }

    @Test
    void withAnyOneByteChangedItIsNoGoodRecord() {
        for (int at = 0; at < line.length(); at++) {
            char other = line.charAt(at) == 'A' ? 'B' : 'A';
            String changed = line.substring(0, at) + other + line.substring(at + 1);
            assertEquals(ExitCode.NO, replay(changed).answer(), "byte " + at);
        }
    }

    @Test
    void cutOffAnywhereItIsNoGoodRecord() {
        for (int length = 0; length < line.length(); length++) {
            assertEquals(ExitCode.NO, replay(line.substring(0, length)).answer(), "cut at " + length);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00:00Z, 2026-11-23T12:00:00Z",
        "alice, mallory",
        "ward7, ward8",
        "\"code\":\"4711\", \"code\":\"4712\"",
        "\"policy\":\"nhs-cis2\", \"policy\":\"nhs-cis3\"",
        "\"transport\":\"usb\", \"transport\":\"nfc\"",
        "\"product\":\"SIMULATED, \"product\":\"GENUINE"
    })
    void theSignatureCoversTheOccasionWhoeverMakesTheDigestAnew(String what, String by) {
        Replayed replayed = replay(forged(line, what, by), Optional.empty(), Optional.empty(), known());
        assertEquals(ExitCode.NO, replayed.answer());
        assertEquals(
                List.of("the record was changed, or put together from others: the key signed for another occasion"),
                replayed.why());
    }

    @Test
    void theSignatureCoversWhatTheKeySaidOfItself() throws IOException {
        String other = member(verified("virtual:always-uv"), "getInfo");
        assertEquals(
                ExitCode.NO,
                replay(forged(line, member(line, "getInfo"), other)).answer());
    }

    @Test
    void aProofFromAnotherRecordDoesNotFit() throws IOException {
        String other = verified("virtual:level2", "--challenge", "4712");
        String mixed = forged(line, member(line, "attestationObject"), member(other, "attestationObject"));
        assertEquals(ExitCode.NO, replay(mixed).answer());
        String both = forged(mixed, member(line, "clientData"), member(other, "clientData"));
        assertEquals(ExitCode.NO, replay(both).answer());
    }

    @Test
    void thePolicysTextIsTheOneThatWasSignedFor() {
        String lenient = Bytes.utf8("attestation = \"optional\"").base64url();
        Replayed replayed = replay(forged(line, member(line, "policyText"), lenient));
        assertEquals(ExitCode.NO, replayed.answer());
        assertEquals(
                List.of("the record was changed: its policy is not the one that it was made with"), replayed.why());
    }

    @Test
    void theRecordedVerdictIsNotBelieved() throws IOException {
        String no = verified("virtual:level1");
        String yes = forged(no, "\"outcome\":\"not acceptable\"", "\"outcome\":\"acceptable\"");
        Replayed replayed = replay(yes, Optional.empty(), Optional.empty(), known());
        assertEquals(ExitCode.NO, replayed.answer());
        assertEquals(
                "the record says \"acceptable\"; now it is \"not acceptable\"",
                replayed.why().get(0));
    }

    @Test
    void forAnotherCodeItTellsNothing() {
        Replayed replayed = replay(line, Optional.of("4712"), Optional.empty(), known());
        assertEquals(ExitCode.CANNOT_TELL, replayed.answer());
        assertEquals(List.of("it was made for another code: \"4711\""), replayed.why());
    }

    @Test
    void withoutACodeItTellsNothingToWhoGaveOne() throws IOException {
        assertEquals(ExitCode.CANNOT_TELL, replay(verified("virtual:level2")).answer());
    }

    @Test
    void fromTheFutureItTellsNothing() {
        Replayed replayed = new Replay(
                        Optional.empty(), Optional.empty(), known(), Instant.parse("2026-11-22T12:00:00Z"))
                .judge(line);
        assertEquals(ExitCode.CANNOT_TELL, replayed.answer());
        assertEquals(List.of("it is dated in the future: check the clocks of both machines"), replayed.why());
    }

    @Test
    void byAnotherPolicyItMayComeToAnotherVerdict() throws IOException {
        PolicyDocument lenient = new Policies(Optional.empty()).find("any-fido2");
        Replayed replayed = replay(verified("virtual:level1"), Optional.empty(), Optional.of(lenient), known());
        assertEquals(ExitCode.DONE, replayed.answer());
        assertEquals(
                "judged by the policy any-fido2; it was made with another (nhs-cis2)",
                replayed.why().get(0));
    }

    @Test
    void newerMetadataThatRevokesTheModelRevokesTheVerdictAndSaysWhy() {
        Replayed replayed = replay(line, Optional.of("4711"), Optional.empty(), revoking());
        assertEquals(ExitCode.NO, replayed.answer());
        assertEquals(
                "the record says \"acceptable\"; now it is \"not acceptable\"",
                replayed.why().get(0));
        assertTrue(replayed.why().get(1).contains("REVOKED"), replayed.why()::toString);
    }

    private static Models revoking() {
        MetadataIndex now = SimulatedProfiles.metadata();
        StatusReport revoked = new StatusReport(
                "REVOKED",
                Optional.of(LocalDate.of(2030, 1, 1)),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Map<Bytes, Bytes> roots = new HashMap<>();
        List<MetadataEntry> entries = now.entries()
                .map(entry -> {
                    now.roots(entry).forEach(root -> roots.put(der(root).sha256(), der(root)));
                    List<StatusReport> reports = new ArrayList<>(entry.reports());
                    reports.add(revoked);
                    return new MetadataEntry(
                            entry.aaguid(),
                            entry.name(),
                            entry.protocolFamily(),
                            entry.authenticatorVersion(),
                            reports,
                            entry.rootDigests(),
                            entry.evidenceDate(),
                            entry.versions(),
                            entry.attachmentHints());
                })
                .toList();
        return new Models(MetadataIndex.embedded(), Optional.of(MetadataIndex.of(now.header(), entries, roots)));
    }

    private static Bytes der(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
