package dev.seckey.ctap2.client;

import dev.seckey.ctap2.server.SoftApduPipe;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.transport.ApduLengths;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.CtapNfc;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import java.security.SecureRandom;
import java.time.Duration;

/** Through which framing a simulated key is reached. */
enum Way {
    USB,
    NFC;

    CtapDevice open(String profile) {
        SoftAuthenticator key =
                new SoftAuthenticator(SimulatedProfiles.named(profile).orElseThrow(), Environment.ofThisMachine());
        return this == USB
                ? CtapHid.open(new SoftHidPipe(key, Ticker.SYSTEM), Trace.NONE, new SecureRandom(), exchange())
                : CtapNfc.open(new SoftApduPipe(key), ApduLengths.SHORT, Trace.NONE, Sleeper.SYSTEM);
    }

    Ctap2 session(String profile) {
        return new Ctap2(open(profile), Way::exchange);
    }

    static Exchange exchange() {
        return Exchange.within(Duration.ofSeconds(20));
    }
}
