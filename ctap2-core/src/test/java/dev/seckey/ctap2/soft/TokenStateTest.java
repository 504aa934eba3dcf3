package dev.seckey.ctap2.soft;

import org.junit.jupiter.api.Nested;

/** The one contract, with each PIN/UV auth protocol. */
class TokenStateTest {
    @Nested
    class ProtocolOne extends TokenContract {
        ProtocolOne() {
            super(1);
        }
    }

    @Nested
    class ProtocolTwo extends TokenContract {
        ProtocolTwo() {
            super(2);
        }
    }
}
