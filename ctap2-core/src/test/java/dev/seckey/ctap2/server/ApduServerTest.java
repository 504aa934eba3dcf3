package dev.seckey.ctap2.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.Keepalive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The key's side of CTAP over ISO 7816, as different clients use and abuse it (CTAP 2.3 §11.3). */
class ApduServerTest {
    private static final String SELECT = "00A4040008 A0000006472F0001 00";

    private final PuppetKey key = new PuppetKey();
    private final ApduServer server = new ApduServer(key);

    @AfterEach
    void stop() {
        server.close();
    }

    private String transmit(String command) {
        return Bytes.of(server.transmit(Bytes.fromHex(command).toArray())).hex();
    }

    private static String u2fV2() {
        return Bytes.utf8("U2F_V2").hex() + "9000";
    }

    @Test
    void selectingTellsWhetherU2fIsSpoken() {
        assertEquals(u2fV2(), transmit(SELECT));
        key.u2f = false;
        assertEquals(Bytes.utf8("FIDO_2_0").hex() + "9000", transmit(SELECT));
    }

    @Test
    void anotherAppletIsNotThereAndEndsTheSession() {
        transmit(SELECT);

        assertEquals("6a82", transmit("00A4040008 A000000527471117 00"));
        assertEquals("6d00", transmit("8010000001 04 00"));
    }

    @Test
    void nothingGoesBeforeTheAppletIsSelected() {
        assertEquals("6d00", transmit("8010000001 04 00"));
        assertEquals("6d00", transmit("0003000000"));
    }

    @Test
    void aShortMessageIsAnswered() {
        transmit(SELECT);

        assertEquals("00049000", transmit("8010000001 04 00"));
        assertEquals("00049000", transmit("8010800001 04 00"));
    }

    @Test
    void anExtendedMessageIsAnsweredWhole() {
        transmit(SELECT);
        String message = "04" + "AA".repeat(299);

        assertEquals("00" + message.toLowerCase() + "9000", transmit("80108000 00012C" + message + "0000"));
    }

    @Test
    void libfido2ChainsAt240AndFetchesWithClass80() {
        chained("AA".repeat(240), "80C0000000");
    }

    @Test
    void pythonFido2ChainsAt250AndFetchesWithClass00() {
        chained("AA".repeat(250), "00C0000000");
    }

    private void chained(String piece, String getResponse) {
        transmit(SELECT);
        int size = piece.length() / 2;
        String header = String.format("90108000%02X", size);

        assertEquals("9000", transmit(header + piece));
        assertEquals("9000", transmit(header + piece));
        String first = transmit("8010800001 04 00");

        String whole = "00" + piece.repeat(2).toLowerCase() + "04";
        int left = whole.length() / 2 - 256;
        assertEquals(whole.substring(0, 512) + String.format("61%02x", left), first);
        assertEquals(whole.substring(512) + "9000", transmit(getResponse));
    }

    @Test
    void moreThan256BytesLeftAreAnnouncedAs6100() {
        transmit(SELECT);
        String piece = "90108000F0" + "AA".repeat(240);
        transmit(piece);
        transmit(piece);
        transmit(piece);

        String first = transmit("8010800001 04 00");

        assertEquals("6100", first.substring(first.length() - 4));
    }

    @Test
    void whoFetchesPieceByPieceGetsWhatHeAskedFor() {
        transmit(SELECT);

        assertEquals("00046101", transmit("8010000002 0405 02"));
        assertEquals("059000", transmit("80C0000001"));
    }

    @Test
    void anotherCommandForgetsTheRestOfAnAnswer() {
        transmit(SELECT);
        transmit("8010000002 0405 02");
        transmit("0003000000");

        assertEquals("9000", transmit("80C0000000"));
    }

    @Test
    void aChainBrokenOffIsForgotten() {
        transmit(SELECT);
        transmit("9010800001 AA");

        assertEquals("00049000", transmit("8010000001 04 00"), "another P1, so another command");
    }

    @Test
    void aKeyAtWorkIsPolled() {
        transmit(SELECT);
        key.say(Keepalive.USER_PRESENCE_NEEDED);

        assertEquals("029100", transmit("8010800001 0B 00"));
        key.say(Keepalive.PROCESSING);
        assertEquals("019100", transmit("8011000000"));
        key.finish();
        assertEquals("009000", pollUntilDone("8011000000"));
        assertEquals("6985", transmit("8011000000"), "nothing is left to ask for");
    }

    @Test
    void aPollCanCancel() {
        transmit(SELECT);
        key.say(Keepalive.USER_PRESENCE_NEEDED);
        transmit("8010800001 0B 00");

        assertEquals("2d9000", pollUntilDone("8011110000"));
    }

    private String pollUntilDone(String poll) {
        String answer = transmit(poll);
        return answer.endsWith("9100") ? pollUntilDone("8011000000") : answer;
    }

    @Test
    void aClientThatDoesNotPollWaitsForTheAnswer() {
        transmit(SELECT);
        key.say(Keepalive.USER_PRESENCE_NEEDED);
        key.finish();

        assertEquals("009000", transmit("8010000001 0B 00"));
    }

    @Test
    void whatComesNextEndsARequest() {
        transmit(SELECT);
        key.say(Keepalive.USER_PRESENCE_NEEDED);
        transmit("8010800001 0B 00");

        assertEquals("00049000", transmit("8010000001 04 00"));
        assertEquals("6985", transmit("8011000000"));
    }

    @Test
    void u2fReachesTheAuthenticatorWithExtendedLengths() {
        transmit(SELECT);

        assertEquals("00030000000000" + "9000", transmit("0003000000"));
        assertEquals("00030000000001990000" + "9000", transmit("0003000001 99 00"));
    }

    @Test
    void nonsenseIsRefused() {
        transmit(SELECT);

        assertEquals("6700", transmit("00"));
        assertEquals("6700", transmit("8010800005 04"));
        assertEquals("6700", transmit("8010800000"), "a message without a command");
        assertEquals("6e00", transmit("FFCA000000"));
        assertEquals("6d00", transmit("8099000000"));
        assertEquals("6d00", transmit("0099000000"));
        assertEquals("6a86", transmit("00A4000002 3F00"));
    }

    @Test
    void aMessageThatGrowsTooLongIsRefused() {
        transmit(SELECT);
        String piece = "90108000FF" + "AA".repeat(255);
        for (int i = 0; i < 29; i++) {
            assertEquals("9000", transmit(piece));
        }

        assertEquals("6700", transmit(piece));
    }

    @Test
    void theEndOfASessionDeselects() {
        transmit(SELECT);

        assertEquals("9000", transmit("8012010000"));
        assertEquals("6d00", transmit("8010000001 04 00"));
    }

    @Test
    void withoutPowerTheCardForgetsEverything() {
        transmit(SELECT);
        key.say(Keepalive.USER_PRESENCE_NEEDED);
        transmit("8010800001 0B 00");

        server.powerOff();
        server.powerOn();
        server.powerOn();

        assertEquals(1, key.powerCycles.get());
        assertEquals("6d00", transmit("8011000000"));
        assertEquals(u2fV2(), transmit(SELECT));
    }
}
