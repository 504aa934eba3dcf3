package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.webauthn.Attestation.Kind;
import dev.seckey.ctap2.webauthn.TestCertificates.Issued;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attestation by ML-DSA, with keys of a fixed seed. */
class MlDsaTest {
    private static final Field<Integer> ALG = Field.of("alg", CborType.INT);
    private static final AttestationObject PACKED = AttestationObject.parse(W3cCeremonies.PACKED);
    private static final Bytes HASH = Bytes.utf8("client data").sha256();
    private static final Bytes SIGNED = PACKED.authData().bytes().plus(HASH);
    private static final Map<Algorithm, MLDSAParameters> PARAMETERS = Map.of(
            Algorithm.ML_DSA_44,
            MLDSAParameters.ml_dsa_44,
            Algorithm.ML_DSA_65,
            MLDSAParameters.ml_dsa_65,
            Algorithm.ML_DSA_87,
            MLDSAParameters.ml_dsa_87);

    private static MLDSAPrivateKeyParameters key(Algorithm algorithm) {
        return new MLDSAPrivateKeyParameters(PARAMETERS.get(algorithm), new byte[32]);
    }

    private static Bytes sign(MLDSAPrivateKeyParameters key, Bytes message) {
        try {
            MLDSASigner signer = new MLDSASigner();
            signer.init(true, key);
            signer.update(message.toArray(), 0, message.size());
            return Bytes.of(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Issued leaf(Algorithm algorithm) {
        try {
            return TestCertificates.leaf()
                    .certifying(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            key(algorithm).getPublicKeyParameters()))
                    .issuedBy(TestCertificates.authority("Acme root").make())
                    .make();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Attestation attest(Algorithm algorithm, Bytes signature, Issued leaf) {
        CborMap statement = CborMap.builder()
                .put(ALG, algorithm.number())
                .put(AttestationVerifier.SIG, signature)
                .put(X5c.FIELD, List.of(leaf.der()))
                .build();
        return AttestationVerifier.verify(new AttestationObject("packed", PACKED.authData(), statement), HASH);
    }

    @ParameterizedTest
    @EnumSource(names = {"ML_DSA_44", "ML_DSA_65", "ML_DSA_87"})
    void anAttestationBySuchAKeyHolds(Algorithm algorithm) {
        Attestation found = attest(algorithm, sign(key(algorithm), SIGNED), leaf(algorithm));
        assertEquals(Kind.BASIC, found.kind());
        assertEquals(SignatureCheck.VALID, found.signature());
        assertEquals(List.of(), found.shortfalls());
    }

    @ParameterizedTest
    @EnumSource(names = {"ML_DSA_44", "ML_DSA_65", "ML_DSA_87"})
    void aSignatureOverAnythingElseDoesNotHold(Algorithm algorithm) {
        Bytes other = sign(key(algorithm), SIGNED.plus(Bytes.ofInts(0)));
        assertEquals(
                SignatureCheck.invalid("the signature does not match"),
                attest(algorithm, other, leaf(algorithm)).signature());
    }

    @ParameterizedTest
    @EnumSource(names = {"ML_DSA_44", "ML_DSA_65"})
    void aKeyOfAnotherStrengthIsTheWrongKey(Algorithm algorithm) {
        Bytes signature = sign(key(algorithm), SIGNED);
        assertEquals(
                SignatureCheck.invalid("the public key is not one for " + algorithm.title()),
                attest(algorithm, signature, leaf(Algorithm.ML_DSA_87)).signature());
    }

    @ParameterizedTest
    @EnumSource(names = {"ML_DSA_44", "ML_DSA_65", "ML_DSA_87"})
    void theCredentialsOwnKeyIsReadFromItsCoseForm(Algorithm algorithm) {
        CoseKey cose = new CoseKey(CborMap.builder()
                .put(CoseKey.KTY, CoseKey.KTY_AKP)
                .put(CoseKey.ALG, algorithm.number())
                .put(CoseKey.PUB, Bytes.of(key(algorithm).getPublicKey()))
                .build());
        assertTrue(SignatureAlgorithm.check(cose, SIGNED, sign(key(algorithm), SIGNED))
                .isValid());
        CoseKey broken = new CoseKey(
                cose.members().toBuilder().put(CoseKey.PUB, Bytes.ofInts(1, 2)).build());
        assertEquals(
                SignatureCheck.invalid("the public key is not one for " + algorithm.title()),
                SignatureAlgorithm.check(broken, SIGNED, Bytes.EMPTY));
    }
}
