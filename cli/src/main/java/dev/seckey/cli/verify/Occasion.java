package dev.seckey.cli.verify;

import dev.seckey.cli.output.JsonWriter;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.verdict.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When, where, by whom and for what a key is verified. The challenge that the key signs is the digest of all this and of
 * what the key says of itself, so that none of it can be changed afterwards without the signature telling.
 *
 * @param nonce 32 random bytes: no two occasions are the same
 * @param code given by somebody at a distance, who wants to know that this is not the answer to another question
 * @param operator who was logged in
 * @param policySha256 of the policy's file
 */
public record Occasion(
        Instant at,
        Bytes nonce,
        Optional<String> code,
        String operator,
        String machine,
        String seckey,
        String policy,
        Bytes policySha256) {
    public static final int NONCE_SIZE = 32;

    /** 32 bytes. */
    public Bytes challenge(Evidence claim) {
        return Bytes.utf8(JsonWriter.object(false, out -> write(out, claim))).sha256();
    }

    /** The members that are signed, in this order. */
    public void write(JsonWriter out, Evidence claim) {
        out.member("at", at.toString())
                .member("nonce", nonce)
                .member("code", code)
                .member("operator", operator)
                .member("machine", machine)
                .member("seckey", seckey)
                .member("policy", policy)
                .member("policySha256", policySha256)
                .member("transport", claim.transport().id())
                .member("product", claim.product())
                .member("getInfo", claim.info().map(AuthenticatorInfo::members).map(members -> members.encode()))
                .strings(
                        "getInfoDeviations",
                        claim.info().map(AuthenticatorInfo::deviations).orElse(List.of()));
    }
}
