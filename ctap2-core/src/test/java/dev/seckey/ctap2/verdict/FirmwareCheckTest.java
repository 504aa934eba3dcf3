package dev.seckey.ctap2.verdict;

import static dev.seckey.ctap2.verdict.Bench.report;
import static dev.seckey.ctap2.verdict.Verdicts.expect;
import static dev.seckey.ctap2.verdict.Verdicts.status;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import dev.seckey.ctap2.webauthn.TestCertificates;
import dev.seckey.ctap2.webauthn.TestCertificates.Issued;
import org.junit.jupiter.api.Test;

/** The firmware that a key runs, against its certificate and against the policy. */
class FirmwareCheckTest {
    private final Bench bench = new Bench();

    @Test
    void aYubiKeyOlderThanItsCertificateIsNotAcceptable() {
        bench.name = "YubiKey of tomorrow";
        bench.reports.set(0, Bench.from(report("FIDO_CERTIFIED_L2", "2025-01-01"), 0x050701));
        bench.profile = bench.profile.withFirmware(0x050403);
        Verdict verdict = bench.judge(bench.attested());
        expect(verdict, Subject.FIRMWARE, Status.FAIL, Outcome.NOT_ACCEPTABLE);
        assertEquals(Status.PASS, status(verdict, Subject.ADVISORIES), "said once");
        bench.profile = bench.profile.withFirmware(0x050701);
        expect(bench.judge(bench.attested()), Subject.FIRMWARE, Status.PASS, Outcome.ACCEPTABLE);
    }

    @Test
    void anotherMakersLowerNumberIsOnlyAWarning() {
        bench.reports.set(0, Bench.from(report("FIDO_CERTIFIED_L2", "2025-01-01"), 0x050701));
        bench.profile = bench.profile.withFirmware(0x050403);
        expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.WARN, Outcome.ACCEPTABLE);
    }

    @Test
    void theCertificatesFirmwareGoesBeforeTheClaimedOne() {
        Issued leaf = TestCertificates.leaf()
                .octets(Bench.AAGUID_OID, false, Bench.MODEL.bytes())
                .octets(Bench.FIRMWARE_OID, false, Bytes.ofInts(5, 4, 3))
                .issuedBy(bench.root)
                .make();
        bench.profile = Profile.plain("acme", Bench.MODEL, Bench.key(leaf)).withFirmware(0x050701);
        expect(bench.judge(bench.attested()), Subject.FIRMWARE, Status.WARN, Outcome.ACCEPTABLE);

        bench.name = "YubiKey of tomorrow";
        bench.reports.set(0, Bench.from(report("FIDO_CERTIFIED_L2", "2025-01-01"), 0x050701));
        expect(bench.judge(bench.attested()), Subject.FIRMWARE, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    // --- metadata
}
