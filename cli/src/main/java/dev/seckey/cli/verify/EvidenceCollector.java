package dev.seckey.cli.verify;

import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.verdict.Evidence;
import dev.seckey.ctap2.verdict.Judge;
import dev.seckey.ctap2.verdict.Models;
import dev.seckey.ctap2.verdict.Obstacle;
import dev.seckey.ctap2.verdict.Policy;
import dev.seckey.ctap2.verdict.Proof;
import dev.seckey.ctap2.verdict.Verdict;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks a key what it is and, where the claim alone does not decide, to prove it. */
final class EvidenceCollector {
    private final Policy policy;
    private final Models models;
    private final Instant at;
    private final Verifier.Asking asking;
    private final SecureRandom random;
    private final Prompts prompts;
    private final Occasion occasion;

    /** @param occasion what the key is to sign besides its model */
    EvidenceCollector(
            Policy policy, Models models, Instant at, Verifier.Asking asking, SecureRandom random, Occasion occasion) {
        this.policy = policy;
        this.models = models;
        this.at = at;
        this.asking = asking;
        this.random = random;
        this.prompts = asking.prompts();
        this.occasion = occasion;
    }

    Evidence collect(OpenKey key) {
        if (key.session().isEmpty()) {
            return claim(key, Optional.empty(), Optional.empty());
        }
        Ctap2 session = key.session().get();
        AuthenticatorInfo info = session.info();
        Evidence claim = claim(key, Optional.of(info), retries(session));
        Proof proof = proof(key, session, claim);
        boolean wrongPin = proof instanceof Proof.None none && none.reason().equals(Optional.of(Reason.PIN_INVALID));
        return (wrongPin ? claim(key, Optional.of(info), retries(session)) : claim).with(proof);
    }

    private Optional<PinRetries> retries(Ctap2 session) {
        return session.info().has(Option.CLIENT_PIN)
                ? Optional.of(PinUv.of(session, random).retries())
                : Optional.empty();
    }

    private static Evidence claim(OpenKey key, Optional<AuthenticatorInfo> info, Optional<PinRetries> retries) {
        return new Evidence(
                key.device().transport(), key.product(), info, retries, Proof.None.because(Obstacle.NOT_NEEDED));
    }

    private Proof proof(OpenKey key, Ctap2 session, Evidence claim) {
        AuthenticatorInfo info = session.info();
        Verdict claimed = Judge.judgeClaim(claim, policy, models, at);
        if (claimed.outcome() == Verdict.Outcome.NOT_ACCEPTABLE) {
            return Proof.None.because(Obstacle.NOT_NEEDED);
        }
        if (models.find(info.aaguid()).isEmpty()) {
            return Proof.None.because(Obstacle.MODEL_UNKNOWN);
        }
        if (!asking.mayTouch()) {
            return Proof.None.because(Obstacle.NOT_WANTED);
        }
        prompts.preface("claimed, not proved yet: " + claimed.claim());
        try {
            return proof(new Prover(key, session, random, occasion.challenge(claim)), claim, ProofWay.of(info));
        } finally {
            prompts.preface("");
        }
    }

    private Proof proof(Prover prover, Evidence claim, List<ProofWay> ways) {
        Proof proof = Proof.None.because(Obstacle.REFUSED);
        for (ProofWay way : ways) {
            proof = attempt(prover, way, claim);
            if (proof.namesModel() || nobodyWillingIsThere(proof)) {
                return proof;
            }
        }
        return proof;
    }

    /** To touch, and so to type a PIN either. */
    private static boolean nobodyWillingIsThere(Proof proof) {
        return proof instanceof Proof.None none
                && (none.obstacle() == Obstacle.NOT_TOUCHED || none.obstacle() == Obstacle.DENIED);
    }

    private Proof attempt(Prover prover, ProofWay way, Evidence claim) {
        try {
            return switch (way) {
                case TOUCH -> prover.makeCredential(false);
                case BUILT_IN_UV -> prover.makeCredential(true);
                case U2F -> {
                    prompts.say("proving the model by U2F, which needs no PIN");
                    yield prover.registerByU2f();
                }
                case PIN -> withPin(prover, claim.pinRetries());
                case SET_PIN_FIRST -> Proof.None.because(Obstacle.SET_PIN_FIRST);
                case CHANGE_PIN_FIRST -> Proof.None.because(Obstacle.CHANGE_PIN_FIRST);
            };
        } catch (Fault e) {
            return obstacle(e, claim.transport());
        }
    }

    /** Nobody is asked for a PIN that the key would not take now. */
    private Proof withPin(Prover prover, Optional<PinRetries> retries) {
        retries.ifPresent(PinRetries::requireOpen);
        Optional<Pin> given = asking.pin().get();
        if (given.isEmpty()) {
            return new Proof.None(Obstacle.PIN_NEEDED, Optional.of(Reason.PIN_REQUIRED));
        }
        try (Pin open = given.get()) {
            return prover.makeCredential(open, asking.useLastRetry());
        }
    }

    /** What the key refuses is evidence; a path that breaks is a failure of the command. */
    private Proof obstacle(Fault fault, Transport transport) {
        switch (fault.reason()) {
            case PIN_INVALID,
                    PIN_BLOCKED,
                    PIN_LOCKED_UNTIL_POWER_CYCLE,
                    PIN_POLICY_VIOLATION,
                    PIN_CHANGE_FORCED,
                    PIN_REQUIRED,
                    UV_INVALID,
                    UV_BLOCKED -> {
                say(fault);
                return new Proof.None(Obstacle.PIN_UNUSABLE, Optional.of(fault.reason()));
            }
            case TOUCH_TIMEOUT -> {
                return new Proof.None(Obstacle.NOT_TOUCHED, Optional.of(fault.reason()));
            }
            case DENIED -> {
                return new Proof.None(Obstacle.DENIED, Optional.of(fault.reason()));
            }
            default -> {
                if (!(fault instanceof AuthenticatorFault) || fault.reason() == Reason.CANCELLED) {
                    throw fault;
                }
                say(fault);
                return Proof.None.because(transport == Transport.NFC ? Obstacle.FORBIDDEN_OVER_NFC : Obstacle.REFUSED);
            }
        }
    }

    private void say(Fault fault) {
        prompts.say("seckey: " + fault.getMessage());
        fault.hint().ifPresent(hint -> prompts.say("hint: " + hint));
    }
}
