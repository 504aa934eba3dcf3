package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.net.TestServer;
import dev.seckey.cli.net.TestTls;
import dev.seckey.ctap2.metadata.LargeBlobs;
import dev.seckey.ctap2.metadata.TestAuthority;
import dev.seckey.ctap2.metadata.TestBlobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a heap of 256 MB: large metadata are taken, bad ones are refused and leave what was there untouched. */
class HostileMetadataIT {
    private static final String MODEL = LargeBlobs.aaguid(0);

    /** Three quarters of the token's size are payload. */
    private static final int MODELS_FOR_32_MB = 1_000;

    private static final int ICON_FOR_32_MB = 18_000;

    @TempDir
    private Path folder;

    private MetadataBench bench;

    @BeforeEach
    void makeService() throws IOException {
        TestBlobs service = TestBlobs.service("RSA", TestBlobs.HOST, TestAuthority.FROM, TestAuthority.TO);
        bench = new MetadataBench(folder, service, "-Xmx256m");
    }

    @Test
    void thirtyTwoMegabytesAreTakenFromAFileAndOverTheNetwork() throws IOException {
        byte[] blob = bench.service().blob(LargeBlobs.payload(200, MODELS_FOR_32_MB, ICON_FOR_32_MB));
        assertTrue(blob.length >= 32 << 20, () -> blob.length + " bytes");

        bench.update(bench.file("large.jwt", blob)).ended(0).printed("FIDO2 models             1000\n");

        TestAuthority web = TestAuthority.root("CN=Test Web Root");
        Path ca = TestTls.pem(folder.resolve("ca.pem"), web.certificate());
        try (TestServer server =
                TestServer.start(web).body(blob, "ETag", "\"200\"").status(304)) {
            for (String outcome : new String[] {"updated", "already the newest"}) {
                try (Running update =
                        bench.startUpdate("--url", server.address().toString(), "--ca", ca.toString())) {
                    update.end().ended(0).printed("outcome                  " + outcome);
                }
            }
        }
    }

    @Test
    void tenThousandModelsAreTakenAndOneOfThemIsFound() throws IOException {
        bench.update(bench.file("many.jwt", LargeBlobs.payload(200, 10_000, 0)))
                .ended(0)
                .printed("10000");

        bench.run("metadata", "check", LargeBlobs.aaguid(6_789)).ended(0).printed("Model 6789: Level 2");
    }

    @Test
    void valuesThatNobodyKnowsYetAreTaken() throws IOException {
        String entry = """
                {"aaguid":"%s","novelty":[{}],"metadataStatement":{"description":"A key","protocolFamily":"fido2",
                "friendlyNames":{"en-GB":"A key"},"attachmentHint":["smart-card"],"keyProtection":["made_of_cheese"],
                "matcherProtection":["sync_fabric"],"userVerificationDetails":[[{"userVerificationMethod":"telepathy"}]],
                "attestationTypes":["new"],"publicKeyAlgAndEncodings":["ml_dsa"],"cxpConfigURL":"https://example.org"},
                "statusReports":[%s,%s,%s,%s]}""".formatted(
                        MODEL,
                        TestBlobs.report("FIDO_CERTIFIED_L2", "2025-01-01"),
                        TestBlobs.report("FIPS140_CERTIFIED_L3", "2025-01-01"),
                        TestBlobs.report("RETIRED", "2045-01-01"),
                        TestBlobs.report("GOLD_PLATED", "2025-01-01"));
        bench.update(bench.file("new.jwt", TestBlobs.payload(200, "2045-12-01", entry)))
                .ended(0);

        bench.run("metadata", "check", MODEL).ended(0).printed("A key: Level 2").printed("GOLD_PLATED of 2025-01-01");
    }

    @Test
    void whateverIsWrongLeavesWhatWasThere() throws IOException {
        bench.update(bench.file("good.jwt", LargeBlobs.payload(200, 10, 100))).ended(0);
        byte[] before = bench.stored();
        TestBlobs service = bench.service();
        String payload = LargeBlobs.payload(201, 10, 100);
        String chain = TestBlobs.x5c(
                service.signer().certificate(), service.intermediate().certificate());

        refused("cannot be read as JSON", "{\"no\":201,\"x\":" + "[".repeat(500_000));
        refused("cannot be read as JSON", payload(entry("\"" + "x".repeat(8 << 20) + "\"")));
        refused("cannot be read as JSON", payload(entry("\"a\",\"description\":\"b\"")));
        refused("cannot be read as JSON", payload(entry("NaN")));
        refused("cannot be read as JSON", "{\"no\":201,\"no\":202,\"entries\":[]}");
        refused("cannot be read as JSON", payload.substring(0, payload.length() / 2));
        refused("has no serial number", "{\"no\":" + "9".repeat(900) + ",\"entries\":[]}");
        refused("only RS256 and ES256", service.blobWithHeader("\"alg\":\"none\"," + chain, payload));
        refused("only RS256 and ES256", service.blobWithHeader("\"alg\":\"HS256\"," + chain, payload));
        refused("x5u", service.blobWithHeader("\"alg\":\"RS256\",\"x5u\":\"https://example.org/\"," + chain, payload));

        TestAuthority shop = service.intermediate().signer("RSA", "shop.example", TestAuthority.FROM, TestAuthority.TO);
        refused(
                "signed by shop.example, not by mds.fidoalliance.org",
                new TestBlobs(service.root(), service.intermediate(), shop).blob(payload));
        TestAuthority self = TestAuthority.selfSigned(TestBlobs.HOST);
        refused("does not chain to a known root", new TestBlobs(self, self, self).blob(payload, self.certificate()));

        assertArrayEquals(before, bench.stored());
        assertEquals(List.of(), bench.leftOvers());
        bench.run("metadata", "status").ended(0).printed("number                   200\n");
    }

    private void refused(String why, String payload) throws IOException {
        refused(why, bench.service().blob(payload));
    }

    private void refused(String why, byte[] blob) throws IOException {
        bench.update(bench.file("bad.jwt", blob)).ended(9).said(why).said("BLOB no. 200");
    }

    private static String payload(String entry) {
        return TestBlobs.payload(201, "2045-12-01", entry);
    }

    private static String entry(String description) {
        return "{\"aaguid\":\"" + MODEL + "\",\"metadataStatement\":{\"description\":" + description + "}}";
    }
}
