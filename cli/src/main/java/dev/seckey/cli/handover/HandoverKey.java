package dev.seckey.cli.handover;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.files.DurableFile;
import dev.seckey.ctap2.pinuv.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** The private key that opens hand-over files, and a self-signed certificate to encrypt them to. */
public final class HandoverKey {
    /** How often a passphrase is hashed before it is tried (PBKDF2 with HMAC-SHA-256). */
    private static final int ROUNDS = 600_000;

    private static final int YEARS = 5;
    private static final int RSA_BITS = 3072;

    private HandoverKey() {}

    /** What kind of key. */
    public enum Kind {
        EC,
        RSA
    }

    /**
     * Makes a key and its certificate.
     *
     * @param certificate where it goes; in PEM
     * @param privateKey where it goes, its folder made if need be: PKCS#8 in PEM, encrypted by AES-256 with the passphrase
     * @throws FileFault if one of the files is there already or cannot be written
     */
    public static void generate(
            Kind kind, Path certificate, Path privateKey, Secret passphrase, SecureRandom random, Instant now) {
        Provider provider = new BouncyCastleProvider();
        try {
            KeyPair pair = pair(kind, provider, random);
            String certified = pem(certificate(kind, pair, provider, random, now));
            Files.createDirectories(privateKey.toAbsolutePath().getParent());
            DurableFile.create(
                    privateKey, encrypted(pair, provider, passphrase, random).getBytes(StandardCharsets.US_ASCII));
            DurableFile.create(certificate, certified.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new FileFault(
                    "the key cannot be written to "
                            + privateKey.toAbsolutePath().getParent(),
                    e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    private static KeyPair pair(Kind kind, Provider provider, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.name(), provider);
        switch (kind) {
            case EC -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            case RSA -> generator.initialize(RSA_BITS, random);
        }
        return generator.generateKeyPair();
    }

    private static X509CertificateHolder certificate(
            Kind kind, KeyPair pair, Provider provider, SecureRandom random, Instant now)
            throws OperatorCreationException, IOException {
        X500Name name = new X500Name("CN=seckey hand-over of PINs");
        Date from = Date.from(now.truncatedTo(ChronoUnit.DAYS));
        Date to = Date.from(now.truncatedTo(ChronoUnit.DAYS).plus(YEARS * 365L, ChronoUnit.DAYS));
        return new JcaX509v3CertificateBuilder(name, new BigInteger(120, random), from, to, name, pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(kind == Kind.EC ? KeyUsage.keyAgreement : KeyUsage.keyEncipherment))
                .build(new JcaContentSignerBuilder(kind == Kind.EC ? "SHA256withECDSA" : "SHA256withRSA")
                        .setProvider(provider)
                        .setSecureRandom(random)
                        .build(pair.getPrivate()));
    }

    private static String encrypted(KeyPair pair, Provider provider, Secret passphrase, SecureRandom random)
            throws OperatorCreationException, IOException {
        char[] characters = characters(passphrase);
        try {
            return pem(new JcaPKCS8Generator(
                            pair.getPrivate(),
                            new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                    .setProvider(provider)
                                    .setRandom(random)
                                    .setPRF(PKCS8Generator.PRF_HMACSHA256)
                                    .setIterationCount(ROUNDS)
                                    .setPassword(characters)
                                    .build())
                    .generate());
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static String pem(Object what) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter out = new JcaPEMWriter(text)) {
            out.writeObject(what);
        }
        return text.toString();
    }

    /**
     * Reads a private key in PEM, made here or elsewhere.
     *
     * @param passphrase asked for only if the key is encrypted; closed here
     * @throws UsageException if there is no private key in it, or the passphrase is wrong
     */
    public static PrivateKey read(Path file, Supplier<Secret> passphrase) {
        Provider provider = new BouncyCastleProvider();
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter().setProvider(provider);
        try (PEMParser in = new PEMParser(new StringReader(Files.readString(file, StandardCharsets.ISO_8859_1)))) {
            for (Object each = in.readObject(); each != null; each = in.readObject()) {
                if (each instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                    return converter.getPrivateKey(decrypted(encrypted, provider, passphrase, file));
                }
                if (each instanceof PrivateKeyInfo plain) {
                    return converter.getPrivateKey(plain);
                }
                if (each instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
        } catch (IOException e) {
            throw new FileFault("cannot read the key " + file, e);
        }
        throw new UsageException(
                "there is no private key that can be read in " + file,
                "it should be PKCS#8 in PEM: openssl pkcs8 -topk8");
    }

    private static PrivateKeyInfo decrypted(
            PKCS8EncryptedPrivateKeyInfo encrypted, Provider provider, Supplier<Secret> passphrase, Path file) {
        try (Secret typed = passphrase.get()) {
            char[] characters = characters(typed);
            try {
                return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                        .setProvider(provider)
                        .build(characters));
            } finally {
                Arrays.fill(characters, '\0');
            }
        } catch (OperatorCreationException | PKCSException e) {
            throw new UsageException("this passphrase does not open the key " + file, "try it again; nothing was done");
        }
    }

    private static char[] characters(Secret utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8.expose()));
        char[] characters = new char[decoded.remaining()];
        decoded.get(characters);
        Arrays.fill(decoded.array(), '\0');
        return characters;
    }
}
