package dev.seckey.cli.handover;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.pinuv.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.List;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/**
 * CMS EnvelopedData (RFC 5652 §6) with AES-256-CBC, for any number of recipients: RSA by OAEP with SHA-256 (RFC 4056), EC
 * by ephemeral-static ECDH with SHA-256 and AES-256 key wrap (RFC 5753). {@code openssl cms -decrypt} opens it too.
 */
final class CmsEnvelope {
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    private static final int SHORTEST_RSA = 2048;

    private final Provider provider = new BouncyCastleProvider();
    private final SecureRandom random;

    CmsEnvelope(SecureRandom random) {
        this.random = random;
    }

    /** @throws UsageException if nothing can be encrypted to the certificate */
    static void requireUsable(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        boolean[] usage = certificate.getKeyUsage();
        boolean rsa = certificate.getPublicKey() instanceof RSAPublicKey;
        if (!rsa && !(certificate.getPublicKey() instanceof ECPublicKey)) {
            throw new UsageException("the certificate of " + name + " has neither an RSA nor an EC key");
        }
        if (rsa && ((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength() < SHORTEST_RSA) {
            throw new UsageException("the RSA key of " + name + " has less than " + SHORTEST_RSA + " bits");
        }
        if (usage != null && !usage[rsa ? 2 : 4]) { // RFC 5280 §4.2.1.3: keyEncipherment, keyAgreement
            throw new UsageException(
                    "the certificate of " + name + " is not for encryption",
                    "take one for encryption, or make one with \"seckey handover keygen\"");
        }
    }

    byte[] seal(Secret content, List<X509Certificate> recipients) {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            for (X509Certificate recipient : recipients) {
                generator.addRecipientInfoGenerator(infoFor(recipient));
            }
            return generator
                    .generate(
                            new CMSProcessableByteArray(content.expose()),
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                    .setProvider(provider)
                                    .setSecureRandom(random)
                                    .build())
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the PIN cannot be encrypted", e);
        }
    }

    private RecipientInfoGenerator infoFor(X509Certificate certificate) throws GeneralSecurityException, CMSException {
        if (certificate.getPublicKey() instanceof ECPublicKey key) {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", provider);
            pairs.initialize(key.getParams(), random);
            KeyPair ephemeral = pairs.generateKeyPair();
            return new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_SHA256KDF,
                            ephemeral.getPrivate(),
                            ephemeral.getPublic(),
                            CMSAlgorithm.AES256_WRAP)
                    .addRecipient(certificate)
                    .setProvider(provider)
                    .setSecureRandom(random);
        }
        return new JceKeyTransRecipientInfoGenerator(
                        certificate,
                        new JcaAlgorithmParametersConverter()
                                .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, OAEP))
                .setProvider(provider);
    }

    /**
     * The content, for the caller to wipe.
     *
     * @param file for messages
     * @throws FileFault if this key opens it not
     */
    Secret open(byte[] sealed, PrivateKey key, String file) {
        CMSEnvelopedData envelope;
        try {
            envelope = new CMSEnvelopedData(sealed);
        } catch (CMSException | RuntimeException e) {
            throw new FileFault(file + " is damaged, or not a hand-over file", e);
        }
        for (RecipientInformation recipient : envelope.getRecipientInfos()) {
            try {
                if (recipient instanceof KeyTransRecipientInformation
                        && key.getAlgorithm().equals("RSA")) {
                    return content(recipient, new JceKeyTransEnvelopedRecipient(key).setProvider(provider));
                }
                if (recipient instanceof KeyAgreeRecipientInformation
                        && key.getAlgorithm().startsWith("EC")) {
                    return content(recipient, new JceKeyAgreeEnvelopedRecipient(key).setProvider(provider));
                }
            } catch (CMSException | RuntimeException e) {
                // meant for another key, or damaged: perhaps the next one
            }
        }
        throw new FileFault(
                file + " cannot be opened with this key",
                "it was encrypted to another certificate, or the file is damaged");
    }

    private static Secret content(RecipientInformation info, Recipient recipient) throws CMSException {
        return Secret.taking(info.getContent(recipient));
    }
}
