package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.KeyFacts;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.LevelRule;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** From evidence to a verdict: a pure function, so that a verdict can be repeated years later. */
public final class Judge {
    private Judge() {}

    public static Verdict judge(Evidence evidence, Policy policy, Models models, Instant at) {
        return judge(evidence, policy, models, at, at);
    }

    /**
     * Later than the evidence was collected.
     *
     * @param collected when its certificates had to be valid
     * @param at when the model has to be certified, and nothing to stand against it
     */
    public static Verdict judge(Evidence evidence, Policy policy, Models models, Instant collected, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        ProvedModel proof = ProvedModel.from(evidence, models, collected);
        Optional<Models.Model> model = models.find(proof.claimed());
        Optional<MetadataEntry> entry = model.map(Models.Model::entry);
        Optional<LevelFinding> finding = entry.map(found -> LevelRule.judge(found, keyFacts(evidence, proof), today));

        List<Check> checks = new ArrayList<>();
        List<Check> setUp = SetUpCheck.all(policy.key(), evidence, model);
        checks.add(ProtocolCheck.check(evidence));
        if (evidence.info().isPresent()) {
            List<Check> claim = new ArrayList<>();
            claim.add(LevelCheck.check(policy, proof.claimed(), entry, finding));
            claim.addAll(ModelCheck.all(policy, proof.claimed(), entry, firmware(evidence, proof)));
            boolean mayYetProve = !proof.isProved() && evidence.proof() instanceof Proof.None;
            claim.add(LevelCheck.advisories(finding, mayYetProve));
            Check firmware = FirmwareCheck.check(policy, evidence, entry, finding, proof);
            boolean decided = fails(claim) || fails(List.of(firmware)) || fails(setUp);
            checks.addAll(claim);
            checks.add(ProofCheck.attestation(policy, evidence, proof, decided));
            checks.add(ProofCheck.aaguid(proof));
            checks.add(firmware);
            checks.add(MetadataCheck.check(policy, model, models.index().header(), today));
        }
        checks.addAll(setUp);
        Optional<CertificationLevel> level = finding.flatMap(LevelFinding::level);
        return new Verdict(
                Verdict.outcome(checks),
                policy,
                entry.map(MetadataEntry::name),
                level,
                proof.isProved(),
                model.map(Models.Model::isSimulated).orElse(false),
                List.copyOf(checks));
    }

    /**
     * The claim alone, whatever proof there is. Not acceptable is enough: a key that claims to be worse than it must be needs
     * no proof of that.
     */
    public static Verdict judgeClaim(Evidence evidence, Policy policy, Models models, Instant at) {
        return judge(evidence.with(Proof.None.because(Obstacle.NOT_WANTED)), policy, models, at);
    }

    /**
     * Of a model of which no key is at hand, what its AAGUID decides. What only a key's firmware or batch would tell is
     * {@linkplain Check.Status#UNKNOWN unknown}.
     *
     * @param entry what the metadata say of it; empty: nothing
     */
    public static List<Check> judgeModel(Aaguid aaguid, Optional<MetadataEntry> entry, Policy policy, LocalDate today) {
        Optional<LevelFinding> finding = entry.map(found -> LevelRule.judge(found, KeyFacts.NONE, today));
        List<Check> checks = new ArrayList<>();
        checks.add(LevelCheck.check(policy, aaguid, entry, finding));
        checks.addAll(ModelCheck.ofModel(policy, aaguid, entry));
        checks.add(LevelCheck.advisories(finding, true));
        entry.flatMap(found -> FirmwareCheck.ofModel(policy, found)).ifPresent(checks::add);
        return List.copyOf(checks);
    }

    private static KeyFacts keyFacts(Evidence evidence, ProvedModel proof) {
        OptionalLong firmware = firmware(evidence, proof).map(OptionalLong::of).orElse(OptionalLong.empty());
        KeyFacts facts = new KeyFacts(firmware, Optional.empty());
        List<Bytes> chain = proof.chain();
        return proof.isProved() ? facts.withChain(chain) : facts;
    }

    private static boolean fails(List<Check> checks) {
        return Verdict.outcome(checks) == Verdict.Outcome.NOT_ACCEPTABLE;
    }

    private static Optional<Long> firmware(Evidence evidence, ProvedModel proof) {
        return proof.attestedFirmware().or(() -> evidence.info().flatMap(AuthenticatorInfo::firmwareVersion));
    }
}
