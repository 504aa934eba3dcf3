package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientDataTest {
    private static final Bytes CHALLENGE =
            Bytes.fromHex("e074372990b9caa507a227dfc67b003780c45325380d1a90c20f81ed7d080c06");

    @Test
    void whatIsBuiltForARegistrationIsWhatTheSpecificationsExampleSays() {
        ClientData built = ClientData.create(CHALLENGE, "https://example.org");
        assertEquals(W3cCeremonies.FIDO_U2F_CLIENT_DATA, built.json());
        assertEquals(W3cCeremonies.FIDO_U2F_CLIENT_DATA.sha256(), built.hash());
    }

    @Test
    void whatIsBuiltIsReadBackAsItWas() {
        ClientData built = ClientData.get(CHALLENGE, "https://example.org");
        assertEquals(built, ClientData.parse(built.json()));
        assertEquals(ClientData.GET, built.type());
    }

    @Test
    void membersNotKnownAreLetPass() {
        ClientData read = ClientData.parse(Bytes.utf8("""
                {"tokenBinding": {"status": "supported", "type": 1}, "clientExtensions": [{}], "origin": "https://a.b",
                 "challenge": "AAEC", "crossOrigin": true, "type": "webauthn.get"}"""));
        assertEquals(ClientData.GET, read.type());
        assertEquals(Bytes.ofInts(0, 1, 2), read.challenge());
        assertEquals("https://a.b", read.origin());
        assertTrue(read.crossOrigin());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"webauthn.get\"",
                "{",
                "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\"}",
                "{\"type\":1,\"challenge\":\"AAEC\",\"origin\":\"https://a.b\"}",
                "{\"type\":\"webauthn.get\",\"challenge\":null,\"origin\":\"https://a.b\"}",
                "{\"type\":\"webauthn.get\",\"challenge\":\"A*\",\"origin\":\"https://a.b\"}",
                "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":[\"https://a.b\"]}",
                "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":\"https://a.b\",\"crossOrigin\":\"no\"}",
                "{\"type\":\"webauthn.get\",\"type\":\"webauthn.create\",\"challenge\":\"AAEC\",\"origin\":\"a\"}",
                "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":\"https://a.b\"} {}"
            })
    void whatIsNoClientDataIsMalformed(String json) {
        assertThrows(MalformedFault.class, () -> ClientData.parse(Bytes.utf8(json)));
    }
}
