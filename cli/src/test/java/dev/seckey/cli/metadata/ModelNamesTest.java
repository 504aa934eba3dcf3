package dev.seckey.cli.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.metadata.MetadataIndex;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as offers and boxes have them. Source of what is printed on YubiKeys: Yubico, "YubiKey Hardware FIDO2 AAGUIDs". */
class ModelNamesTest {
    private final ModelNames names = new ModelNames(MetadataIndex.embedded());

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "yubikey 5 series with nfc,    YubiKey 5 Series with NFC",
        "YubiKey 5 NFC,                YubiKey 5 Series with NFC",
        "YubiKey 5C NFC,               YubiKey 5 Series with NFC",
        "YubiKey 5C NFC FIPS,          YubiKey 5 FIPS Series with NFC",
        "YubiKey 5 NFC FIPS,           YubiKey 5 FIPS Series with NFC",
        "YubiKey 5C Nano,              YubiKey 5 Series",
        "YubiKey 5,                    YubiKey 5 Series",
        "YubiKey 5Ci,                  YubiKey 5 Series with Lightning",
        "Token2 PIN Plus,              TOKEN2 PIN Plus Security Key Series",
    })
    void aNameMeansOneModel(String name, String model) {
        assertEquals(List.of(model), ModelNames.namesOf(names.find(name)));
    }

    @Test
    void aNameWithoutThePlugIsFoundForTheSecurityKeyToo() {
        assertTrue(
                ModelNames.namesOf(names.find("Security Key C NFC by Yubico")).contains("Security Key NFC by Yubico"));
    }

    @Test
    void theLettersOnYubiKeysMeanNothingOnOthers() {
        assertEquals(List.of(), names.find("Feitian 5Ci"));
    }

    @Test
    void aNameThatFitsSeveralIsLeftOpen() {
        assertTrue(ModelNames.namesOf(names.find("Feitian BioPass")).size() > 1);
    }
}
