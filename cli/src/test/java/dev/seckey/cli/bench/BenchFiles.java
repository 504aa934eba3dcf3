package dev.seckey.cli.bench;

import dev.seckey.ctap2.metadata.TestBlobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** The files that lie on the bench, all in one folder. */
public final class BenchFiles {
    private static final String MODEL = "11111111-2222-3333-4444-555555555555";

    private static final String PROVISION = """
            title = "keys for a ward"
            minimum-level = "L2"
            [provision]
            pin = "random"
            min-pin-length = 6
            min-pin-length-rp-ids = ["example.nhs.uk"]
            force-pin-change = true
            always-uv = true
            enterprise-attestation = true
            asset-label = "WARD7-{n:04}"
            """;

    private BenchFiles() {}

    /** Writes them all. */
    public static void write(Path folder) throws IOException {
        text(folder, "pin.txt", "123456\n");
        text(folder, "pin-crlf.txt", "123456\r\n");
        text(folder, "pin-wrong.txt", "654321\n");
        text(folder, "pin-short.txt", "123\n");
        text(folder, "provision.toml", PROVISION);
        text(
                folder,
                "yubikey.toml",
                "minimum-level = \"L2\"\n[provision.yubikey]\nusb = [\"fido2\", \"u2f\"]\nnfc = [\"fido2\"]\n"
                        + "nfc-restricted = true\n");
        text(folder, "stale.toml", "metadata-max-age-days = 30\n" + PROVISION);
        Files.createDirectory(folder.resolve("damaged-home"));
        text(folder, "damaged-home/metadata.jsonl", "what is left of it\n");
        text(folder, "staff.csv", "Staff no;Full name\nE17;Alice\nE18;=Bob\nE19;Carol\n");
        text(folder, "staff-twice.csv", "Staff no;Full name\nE17;Alice\nE17;Bob\n");
        text(folder, "empty.txt", "");
        text(folder, "note.txt", "This is no signed metadata.\n");
        Files.write(folder.resolve("pin-latin1.txt"), "gr\u00fcn123".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("folder"));

        text(
                folder,
                "list.csv",
                "\ufeffArtikel;Modell;St\u00fcck\r\n1;2fc0579f-8113-47ea-b116-bb5a8db9202a;50\r\n"
                        + "2;YubiKey 5 Series with NFC;50\r\n3;\"yubikey 5 fips series with nfc\";1\r\n"
                        + "4;Token2 PIN Plus;7\r\n5;\"Feitian, BioPass\";7\r\n6;Key of Nobody;1\r\n\r\n");
        text(
                folder,
                "ward.toml",
                "title = \"Ward 7\"\n[models]\nallow-names = [\"YubiKey\"]\n[provision]\npin = \"random\"\n");
        text(
                folder,
                "choosy.toml",
                "advisories = \"fail\"\n[models]\nallow-names = [\"YubiKey 5\"]\n"
                        + "deny = [\"fcc0118f-cd45-435b-8da1-9782b2da0715\", \"00000000-0000-0000-0000-0000000000ff\"]\n"
                        + "[minimum-firmware]\nYubico = \"5.4.3\"\n");
        text(
                folder,
                "wrong.toml",
                "minimum-levle = \"L2\"\nmetadata-max-age-days = 0\npin = \"set\"\nalways-uv = 1\nfresh = true\n");

        TestBlobs service = TestBlobs.service();
        byte[] blob = service.blob(payload(7));
        Files.write(folder.resolve("blob7.jwt"), blob);
        Files.write(folder.resolve("blob6.jwt"), service.blob(payload(6)));
        Files.write(folder.resolve("blob9.jwt"), service.blob(revoked(9)));
        text(folder, "blob7-changed.jwt", withPayloadOf(service.blob(payload(8)), blob));
        text(folder, "root.pem", pem(service));
    }

    private static String payload(long number) {
        return TestBlobs.payload(
                number,
                "2026-12-01",
                TestBlobs.entry(
                        MODEL, "A key of the test service", TestBlobs.report("FIDO_CERTIFIED_L2", "2026-02-03")));
    }

    /** The model of the others is revoked, and there is another. */
    private static String revoked(long number) {
        return TestBlobs.payload(
                number,
                "2026-12-31",
                TestBlobs.entry(
                        MODEL,
                        "A key of the test service",
                        TestBlobs.report("FIDO_CERTIFIED_L2", "2026-02-03"),
                        TestBlobs.report("REVOKED", "2026-11-01")),
                TestBlobs.entry(
                        "22222222-3333-4444-5555-666666666666",
                        "Another key",
                        TestBlobs.report("FIDO_CERTIFIED_L1", "2026-02-03")));
    }

    /** The payloads of 7 and 8 differ in one byte. */
    private static String withPayloadOf(byte[] other, byte[] blob) {
        String[] parts = new String(blob, StandardCharsets.US_ASCII).split("\\.");
        return parts[0] + "." + new String(other, StandardCharsets.US_ASCII).split("\\.")[1] + "." + parts[2];
    }

    private static String pem(TestBlobs service) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(service.anchors().get(0).getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(Path folder, String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
