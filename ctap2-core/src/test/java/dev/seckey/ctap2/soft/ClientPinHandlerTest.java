package dev.seckey.ctap2.soft;

import org.junit.jupiter.api.Nested;

/** The one contract, with each PIN/UV auth protocol. */
class ClientPinHandlerTest {
    @Nested
    class ProtocolOne extends ClientPinContract {
        ProtocolOne() {
            super(1);
        }
    }

    @Nested
    class ProtocolTwo extends ClientPinContract {
        ProtocolTwo() {
            super(2);
        }
    }
}
