package dev.seckey.ctap2.soft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.KeyFacts;
import dev.seckey.ctap2.metadata.LevelRule;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SimulatedProfilesTest {
    @Test
    void theResourcesAreWhatTheCompilerMakes() throws IOException {
        for (Map.Entry<String, byte[]> made : SimulatedModelsCompiler.compile().entrySet()) {
            try (InputStream in = SimulatedProfiles.class.getResourceAsStream(made.getKey())) {
                assertArrayEquals(made.getValue(), in.readAllBytes(), made.getKey());
            }
        }
    }

    @Test
    void everyNameHasItsProfile() {
        for (String name : SimulatedProfiles.names()) {
            assertEquals(name, SimulatedProfiles.named(name).orElseThrow().name());
        }
    }

    @Test
    void noSimulatedModelOfOurOwnIsInTheRealMetadata() {
        MetadataIndex real = MetadataIndex.embedded();
        assertEquals(Optional.empty(), real.find(SimulatedProfiles.LEVEL_1));
        assertEquals(Optional.empty(), real.find(SimulatedProfiles.LEVEL_2));
        assertEquals(Optional.empty(), real.find(SimulatedProfiles.UNKNOWN));
    }

    @Test
    void theCounterfeitClaimsARealModelOfLevelTwo() {
        MetadataEntry claimed =
                MetadataIndex.embedded().find(SimulatedProfiles.COUNTERFEIT).orElseThrow();
        assertEquals(
                Optional.of(CertificationLevel.L2),
                LevelRule.judge(claimed, KeyFacts.NONE, LocalDate.of(2026, 11, 24))
                        .level());
        assertTrue(claimed.name().contains("YubiKey 5"), claimed.name());
    }

    @Test
    void theCounterfeitListsWhatTheModelThatItClaimsLists() {
        MetadataEntry claimed =
                MetadataIndex.embedded().find(SimulatedProfiles.COUNTERFEIT).orElseThrow();
        Profile counterfeit = SimulatedProfiles.named("counterfeit").orElseThrow();
        assertEquals(claimed.versions(), counterfeit.versions());
        assertEquals(claimed.authenticatorVersion(), OptionalLong.of(counterfeit.firmwareVersion()));
    }
}
