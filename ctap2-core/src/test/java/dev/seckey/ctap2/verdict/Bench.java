package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.command.Command;
import dev.seckey.ctap2.command.GetInfo;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.NewCredential;
import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.metadata.StatusReport;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.server.Waiting;
import dev.seckey.ctap2.soft.AttestationKey;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.u2f.U2fRegister;
import dev.seckey.ctap2.webauthn.TestCertificates;
import dev.seckey.ctap2.webauthn.TestCertificates.Issued;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.util.BigIntegers;

/**
 * A judge's bench with one model on it, certified at Level 2, and a software key that is genuine. A test changes one
 * thing and looks at the verdict.
 */
final class Bench {
    static final Aaguid MODEL =
            Aaguid.parse("00000000-0000-4000-8000-000000000001").orElseThrow();
    static final Aaguid OTHER =
            Aaguid.parse("00000000-0000-4000-8000-000000000002").orElseThrow();
    static final String AAGUID_OID = "1.3.6.1.4.1.45724.1.1.4";
    static final String FIRMWARE_OID = "1.3.6.1.4.1.41482.13.1";
    static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
    static final Bytes CLIENT_DATA = Bytes.utf8("client data");
    static final Bytes HASH = CLIENT_DATA.sha256();

    private static final String RP = "example.org";

    final Issued root = TestCertificates.authority("Acme root").make();
    final List<StatusReport> reports = new ArrayList<>(List.of(report("FIDO_CERTIFIED_L2", "2025-01-01")));
    Issued leaf = leafFor(MODEL);
    String name = "Acme key";
    IndexHeader.Kind kind = IndexHeader.Kind.BLOB;
    LocalDate nextUpdate = LocalDate.of(2026, 12, 20);
    LocalDate verified = LocalDate.of(2026, 11, 20);
    Profile profile = Profile.plain("acme", MODEL, key(leaf));
    Policy policy = Policies.LEVEL_2;

    Issued leafFor(Aaguid aaguid) {
        return TestCertificates.leaf()
                .octets(AAGUID_OID, false, aaguid.bytes())
                .issuedBy(root)
                .make();
    }

    static AttestationKey key(Issued issued) {
        byte[] secret = BigIntegers.asUnsignedByteArray(32, ((ECPrivateKey) issued.key()).getS());
        return new AttestationKey(Bytes.of(secret), List.of(issued.der()));
    }

    static StatusReport report(String status, String date) {
        return new StatusReport(
                status,
                Optional.of(LocalDate.parse(date)),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static StatusReport from(StatusReport report, long firmware) {
        return new StatusReport(
                report.status(),
                report.effectiveDate(),
                Optional.empty(),
                OptionalLong.of(firmware),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static StatusReport ofBatch(StatusReport report, Bytes certificate) {
        return new StatusReport(
                report.status(),
                report.effectiveDate(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(certificate),
                Optional.empty(),
                Optional.empty());
    }

    Models models() {
        MetadataEntry entry = new MetadataEntry(
                MODEL,
                name,
                MetadataEntry.FIDO2,
                OptionalLong.empty(),
                reports,
                List.of(root.der().sha256()),
                verified,
                List.of("U2F_V2", "FIDO_2_0"),
                List.of("wired"));
        IndexHeader header = new IndexHeader(
                kind,
                7,
                Optional.of(nextUpdate),
                verified,
                "a test",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                1,
                1,
                List.of());
        return Models.real(
                MetadataIndex.of(header, List.of(entry), Map.of(root.der().sha256(), root.der())));
    }

    Verdict judge(Evidence evidence) {
        return Judge.judge(evidence, policy, models(), AT);
    }

    boolean claimDecides(Evidence evidence) {
        return Judge.judgeClaim(evidence, policy, models(), AT).outcome() == Verdict.Outcome.NOT_ACCEPTABLE;
    }

    Evidence evidence(Proof proof) {
        AuthenticatorInfo info = send(new SoftAuthenticator(profile, Environment.ofThisMachine()), new GetInfo());
        return new Evidence(Transport.USB, "a key", Optional.of(info), Optional.empty(), proof);
    }

    Evidence claimed() {
        return evidence(Proof.None.because(Obstacle.NOT_WANTED));
    }

    Evidence attested() {
        return evidence(made(profile));
    }

    Evidence registered() {
        U2fRegister request = new U2fRegister(HASH, Bytes.utf8(RP).sha256());
        Bytes answer = new SoftAuthenticator(profile, Environment.ofThisMachine())
                .u2f(request.apdu().encodeExtended());
        return evidence(new Proof.RegisteredByU2f(
                CLIENT_DATA,
                request.application(),
                request.decode(ResponseApdu.parse(answer).require())));
    }

    static Proof.MadeCredential made(Profile profile) {
        MakeCredential request = MakeCredential.of(
                HASH,
                RelyingParty.of(RP, "Example"),
                UserEntity.of(Bytes.ofInts(1), "user"),
                List.of(CredentialParameters.of(Algorithm.ES256)));
        NewCredential made = send(new SoftAuthenticator(profile, Environment.ofThisMachine()), request);
        return new Proof.MadeCredential(made.attestation(), CLIENT_DATA);
    }

    private static <R> R send(SoftAuthenticator key, Command<R> command) {
        Bytes answer = key.cbor(command.encode(), Waiting.SILENT);
        return command.decode(Cbor.decodeMap(answer.from(1).toArray()));
    }
}
