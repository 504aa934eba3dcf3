package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.LevelFinding.About;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which firmware does the key run, and does its certificate cover that? */
final class FirmwareCheck {
    private FirmwareCheck() {}

    static Check check(
            Policy policy,
            Evidence evidence,
            Optional<MetadataEntry> model,
            Optional<LevelFinding> finding,
            ProvedModel proof) {
        Optional<Long> claimed = evidence.info().flatMap(AuthenticatorInfo::firmwareVersion);
        Optional<Long> attested = proof.attestedFirmware();
        String tooOld = finding.map(FirmwareCheck::failures).orElse("");
        if (!tooOld.isEmpty()) {
            return Check.of(
                    Subject.FIRMWARE,
                    Status.FAIL,
                    tooOld,
                    "firmware cannot be upgraded: ask the supplier to exchange the key");
        }
        Optional<Long> wanted = model.flatMap(found -> wanted(policy, found));
        Optional<Long> known = attested.or(() -> claimed);
        if (wanted.isPresent() && known.isEmpty()) {
            return Check.of(
                    Subject.FIRMWARE,
                    Status.UNKNOWN,
                    "the key does not say its firmware, and the policy asks for " + dotted(wanted.get()) + " or later",
                    "ask the supplier which firmware these keys have");
        }
        if (wanted.isPresent() && known.get() < wanted.get()) {
            return Check.of(
                    Subject.FIRMWARE,
                    Status.FAIL,
                    "firmware " + describe(known.get()) + ", and the policy asks for " + dotted(wanted.get())
                            + " or later",
                    "ask the supplier for keys with that firmware; most keys cannot be upgraded");
        }
        if (attested.isPresent() && claimed.isPresent() && !attested.get().equals(claimed.get())) {
            return Check.of(
                    Subject.FIRMWARE,
                    Status.WARN,
                    "the key claims " + dotted(claimed.get()) + ", its certificate says " + dotted(attested.get()));
        }
        if (attested.isPresent()) {
            return Check.of(Subject.FIRMWARE, Status.PASS, dotted(attested.get()) + ", attested");
        }
        return claimed.map(version -> Check.of(Subject.FIRMWARE, Status.PASS, describe(version) + ", claimed"))
                .orElseGet(() -> Check.of(Subject.FIRMWARE, Status.SKIPPED, "the key does not say"));
    }

    /** Where there is no key: a model's metadata tell its oldest firmware alone. Empty: the policy does not ask. */
    static Optional<Check> ofModel(Policy policy, MetadataEntry model) {
        return wanted(policy, model).map(wanted -> {
            Optional<Long> oldest = model.oldestFirmware();
            String described = oldest.map(FirmwareCheck::describe).orElse("not known");
            return oldest.filter(known -> known >= wanted).isPresent()
                    ? Check.of(Subject.FIRMWARE, Status.PASS, "the oldest firmware is " + described)
                    : Check.of(
                            Subject.FIRMWARE,
                            Status.UNKNOWN,
                            "depends on firmware: the policy asks for " + dotted(wanted)
                                    + " or later, and the oldest of this model is " + described,
                            "ask the supplier which firmware these keys have");
        });
    }

    /** The highest that any of the policy's makers asks for. */
    private static Optional<Long> wanted(Policy policy, MetadataEntry entry) {
        return policy.models().minimumFirmware().stream()
                .filter(minimum -> entry.isOf(minimum.vendor()))
                .map(ModelRules.MinimumFirmware::version)
                .max(Comparator.naturalOrder());
    }

    private static String failures(LevelFinding finding) {
        return finding.failures(About.FIRMWARE).stream()
                .map(LevelFinding.Remark::text)
                .collect(Collectors.joining("; "));
    }

    /** Makers number as they like; three bytes are usually major, minor and patch. */
    private static String describe(long version) {
        return version >= 0x10000 && version <= 0xffffff ? dotted(version) : Long.toString(version);
    }

    private static String dotted(long version) {
        return (version >> 16) + "." + (version >> 8 & 0xff) + "." + (version & 0xff);
    }
}
