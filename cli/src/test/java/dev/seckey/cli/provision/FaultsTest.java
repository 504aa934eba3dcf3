package dev.seckey.cli.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ledger.Outcome;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.server.FaultPlan;
import dev.seckey.ctap2.server.FaultPlan.Kind;
import dev.seckey.ctap2.server.FaultPlan.Mishap;
import dev.seckey.ctap2.transport.Sleeper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever packet is lost, spoilt or the last: the key is finished at once, or by the next run, and never sent a thing twice
 * blindly.
 */
class FaultsTest {
    private static final String WARD = """
            pin = "random"
            min-pin-length = 6
            force-pin-change = true
            always-uv = true
            enterprise-attestation = true
            """;
    private static final int RUNS = 3;

    /** Longer than an answer is waited for here, in milliseconds. */
    private static final int TOO_LATE = 400;

    @TempDir(factory = InMemory.class)
    static Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anyPacketMayMeetWithAMishap(Kind kind) {
        int packets = packets();
        assertTrue(packets > 30, "only " + packets + " packets");
        int step = kind == Kind.DELAY ? 8 : 1; // each is waited for
        for (int number = 1; number <= packets; number += step) {
            mishap(kind, number);
        }
    }

    private static FaultPlan plan() {
        return new FaultPlan(Sleeper.SYSTEM, () -> {});
    }

    private static int packets() {
        try (Place place = new Place(folder, "yubikey", WARD, List.of())) {
            FaultPlan faults = plan();
            assertEquals(
                    Optional.of(Outcome.DONE),
                    place.provision(Points.never(), faults).outcome());
            return (int) faults.passed();
        }
    }

    private static void mishap(Kind kind, int number) {
        String where = kind + " at packet " + number;
        try (Place place = new Place(folder, "yubikey", WARD, List.of())) {
            FaultPlan faults = new FaultPlan(Sleeper.SYSTEM, place::cutPower);
            faults.plan(number, kind == Kind.DELAY ? Mishap.delay(TOO_LATE) : Mishap.of(kind));
            KeyReport report = place.provision(Points.never(), faults);
            assertEquals(List.of(), place.flaws(), where);
            for (int run = 1; run < RUNS && !report.isWell(); run++) {
                report = place.resettingUnfinished().provision(Points.never());
            }
            assertTrue(report.isWell(), where + ": " + report.outcome() + report.why() + report.steps());
            AuthenticatorInfo info = place.info();
            assertTrue(info.has(Option.CLIENT_PIN) && info.has(Option.ALWAYS_UV) && info.forcePinChange(), where);
            assertTrue(place.storedPinOpens(), where);
            assertEquals(List.of(), place.unfinished(), where);
        }
    }
}
