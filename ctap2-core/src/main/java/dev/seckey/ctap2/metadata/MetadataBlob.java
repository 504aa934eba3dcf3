package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.fault.TrustFault;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A metadata BLOB: a payload signed by the FIDO Metadata Service (FIDO Metadata Service 3.1.1 §3.1.7, §3.2). */
public final class MetadataBlob {
    private static final String NO_REVOCATION = "revocation of the signer not checked: offline";

    private MetadataBlob() {}

    /**
     * @param token the BLOB as it was served
     * @param at the moment at which the signer's certificates must be valid: now, but for a file from the past
     * @param anchors {@link MetadataRoots#standard()}, and others that the caller trusts
     * @throws TrustFault if anything about it cannot be believed
     */
    public static Metadata verify(byte[] token, Instant at, List<X509Certificate> anchors) {
        Jwt jwt = Jwt.parse(token);
        X509Certificate root = SignerChain.verify(jwt.chain(), at, anchors);
        X509Certificate signer = jwt.chain().get(0);
        byte[] payload = jwt.verifiedPayload(signer.getPublicKey());
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return PayloadReader.read(payload, today)
                .signedBy(
                        signer.getSubjectX500Principal().getName(),
                        root.getSubjectX500Principal().getName(),
                        List.of(NO_REVOCATION));
    }
}
