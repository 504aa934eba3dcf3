package dev.seckey.ctap2.metadata;

import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Payloads as large as the real ones are, or will be: most of it is icons and statements that nobody here reads. */
public final class LargeBlobs {
    private static final String STATEMENT = """
            "legalHeader":"a header of no interest","friendlyNames":{"en-US":"Model %1$d"},"description":"Model %1$d",\
            "protocolFamily":"fido2","schema":3,"authenticatorVersion":%1$d,"upv":[{"major":1,"minor":1}],\
            "authenticationAlgorithms":["secp256r1_ecdsa_sha256_raw","ed25519_eddsa_sha512_raw"],\
            "publicKeyAlgAndEncodings":["cose"],"attestationTypes":["basic_full"],\
            "userVerificationDetails":[[{"userVerificationMethod":"passcode_external","caDesc":{"base":64,\
            "minLength":4,"maxRetries":8,"blockSlowdown":0}},{"userVerificationMethod":"presence_internal"}]],\
            "keyProtection":["hardware","secure_element"],"matcherProtection":["on_chip"],"cryptoStrength":128,\
            "attachmentHint":["external","wired","wireless","nfc","smart-card"],"tcDisplay":[],\
            "attestationRootCertificates":["%2$s"],"icon":"data:image/png;base64,%3$s",\
            "authenticatorGetInfo":{"versions":["U2F_V2","FIDO_2_0","FIDO_2_1"],"extensions":["credProtect",\
            "hmac-secret"],"aaguid":"%4$s","options":{"plat":false,"rk":true,"clientPin":true,"up":true},\
            "maxMsgSize":1200,"pinUvAuthProtocols":[2,1],"transports":["usb","nfc"]}""";

    private LargeBlobs() {}

    /**
     * @param models how many
     * @param iconSize bytes of each icon before its base64
     */
    public static String payload(long number, int models, int iconSize) {
        Random random = new Random(number);
        String entries = IntStream.range(0, models)
                .mapToObj(model -> entry(model, iconSize, random))
                .collect(Collectors.joining(","));
        return TestBlobs.payload(number, "2045-12-01", entries);
    }

    private static String entry(int model, int iconSize, Random random) {
        String aaguid = aaguid(model);
        String statement = STATEMENT.formatted(model, base64(random, 600), base64(random, iconSize), aaguid);
        return "{\"aaguid\":\"" + aaguid + "\",\"metadataStatement\":{" + statement + "},\"statusReports\":["
                + TestBlobs.report("FIDO_CERTIFIED_L2", "2025-02-03") + ","
                + TestBlobs.report("FIDO_CERTIFIED", "2025-02-03") + "],\"timeOfLastStatusChange\":\"2025-02-03\"}";
    }

    /** Of the model with this number, from 0. */
    public static String aaguid(int model) {
        return new UUID(0x1111111122223333L + model, 0x4444000000000000L).toString();
    }

    private static String base64(Random random, int size) {
        byte[] octets = new byte[size];
        random.nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }
}
