package dev.seckey.cli.policy;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.verdict.Policy;
import java.util.Optional;

/**
 * One policy file, read.
 *
 * @param rules what a key is verified by
 * @param provision how a new key is set up; absent if the file does not say
 * @param content the file, byte for byte
 * @param source "built in", or the file's path
 */
public record PolicyDocument(Policy rules, Optional<ProvisionRules> provision, Bytes content, String source) {
    /** Of the file's bytes: what an audit trail names a policy by. */
    public Bytes sha256() {
        return content.sha256();
    }
}
