package dev.seckey.cli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.transports.real.RealParts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger on a real server, started here. */
class PostgresLedgerTest extends LedgerTamperingContract {
    private static PostgresIsland island;

    @TempDir
    Path home;

    private String url = "";

    @BeforeAll
    static void start() {
        RealParts.require("postgresql");
        island = PostgresIsland.start();
    }

    @AfterAll
    static void stop() {
        if (island != null) {
            island.close();
        }
    }

    @Override
    LedgerAddress emptyPlace() {
        url = island.newDatabase();
        return address(url);
    }

    private static LedgerAddress address(String url) {
        return LedgerAddress.of(Optional.of(url), Optional.empty(), Map.of());
    }

    @Override
    Connection connect() throws SQLException {
        return island.connectTo(url);
    }

    @Override
    List<String> withoutTriggers() {
        return List.of("DROP TRIGGER event_stays ON event", "DROP TRIGGER claim_stays ON claim");
    }

    @Test
    void fourProcessesAtOnceGiveEachPersonExactlyOneKey() throws InterruptedException {
        FourProcesses.giveEachPersonOneKey(url, address(url), home);
    }

    @Test
    void thePasswordMayStandInTheEnvironment() {
        String withoutPassword = url.replaceFirst(":[^/]*@", "@");
        LedgerAddress address = LedgerAddress.of(
                Optional.of(withoutPassword), Optional.empty(), Map.of("PGPASSWORD", PostgresIsland.PASSWORD));
        address.open(Benches.desk("A"), Benches.CLOCK).close();
        assertEquals(withoutPassword, address.title());
    }

    @Test
    void aWrongPasswordIsSaidAndNotRepeated() {
        LedgerAddress address = address(url.replaceFirst(":a[^@]*@", ":mistyped@"));
        FileFault fault = assertThrows(FileFault.class, () -> address.open(Benches.desk("A"), Benches.CLOCK));
        assertEquals(
                Optional.of("the server does not let this user in: look at the name and the password"), fault.hint());
        assertFalse(fault.getMessage().contains("mistyped"), fault.getMessage());
    }

    @Test
    void aBrokenConnectionFailsOnceAndIsMadeAgain() {
        try (Ledger ledger = address(url).open(Benches.desk("A"), Benches.CLOCK)) {
            Event first = ledger.append(Entry.of(EventKind.BATCH_STARTED, "B1"));
            island.breakConnections();
            FileFault fault = assertThrows(FileFault.class, () -> ledger.append(Entry.of(EventKind.BATCH_ENDED, "B1")));
            assertEquals(
                    Optional.of("the server cannot be reached, or broke off: is it running, and is the network there?"),
                    fault.hint());
            assertEquals(
                    first.hash(),
                    ledger.append(Entry.of(EventKind.BATCH_ENDED, "B1")).previous());
        }
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        FileFault fault = assertThrows(
                FileFault.class,
                () -> address("postgresql://amy@127.0.0.1:1/ledger").open(Benches.desk("A"), Benches.CLOCK));
        assertEquals("cannot open the ledger postgresql://amy@127.0.0.1:1/ledger", fault.getMessage());
    }
}
