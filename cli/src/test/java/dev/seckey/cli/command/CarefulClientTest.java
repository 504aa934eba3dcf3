package dev.seckey.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a careful client does, and which test fails if it does not any more. A test that goes takes its row along. */
class CarefulClientTest {
    private static final String CORE = "../ctap2-core/src/test/java/dev/seckey/ctap2/";
    private static final String CLI = "src/test/java/dev/seckey/cli/";
    private static final String SCRIPTS = "src/test/resources/scripts/";

    /** @param tests methods of a class, or comments of a script */
    private record Rule(String rule, String file, String... tests) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "only a busy key is asked again",
                    CORE + "transport/CtapHidTest.java",
                    "busyIsAskedAgainUntilItIsNot",
                    "noErrorButBusyIsEverAskedAgain"),
            new Rule(
                    "after an NFC reconnect only getInfo is repeated, and never a PIN",
                    CORE + "transport/CtapNfcTest.java",
                    "getInfoSelectsAgainWhenTheCardWasResetMeanwhile",
                    "noOtherCommandIsSentTwice"),
            new Rule(
                    "what was changed is read back, and sent once",
                    CORE + "session/ConfigurationTest.java",
                    "aToggleIsSentOnceAndReadBack",
                    "aToggleThatDidNothingIsFoundOutAndNotRepeated",
                    "aLostAnswerIsNotAskedForAgain"),
            new Rule(
                    "a PIN is sent once, and not where it cannot succeed",
                    CORE + "session/PinUvTest.java",
                    "thePinIsSentOnceWhateverTheKeyAnswers",
                    "noPinIsSentToAKeyThatWaitsForItsPowerCycle",
                    "whileANewPinIsWantedNoTokenIsAskedFor"),
            new Rule(
                    "before a reset only INIT and getInfo are sent",
                    CLI + "reset/ResetOnTheWireTest.java",
                    "overUsbOnlyInitAndGetInfoGoBeforeIt",
                    "overNfcOnlySelectAndGetInfoGoBeforeIt"),
            new Rule(
                    "the same key is known again without what is encrypted anew",
                    CLI + "reset/ResetPlanTest.java",
                    "whatIsEncryptedAnewEachTimeMakesNoOtherKey",
                    "whatIsNotEncryptedDoes"),
            new Rule(
                    "some YubiKeys are not reset",
                    SCRIPTS + "reset.txt",
                    "YubiKeys: the Bio Multi-protocol",
                    "this is a YubiKey 4 FIPS"),
            new Rule(
                    "lists are cut, halved and rid of impossible ids",
                    CORE + "session/PreflightTest.java",
                    "listsAreCutToTheKeysLimit",
                    "aListThatIsTooLargeIsHalved",
                    "idsThatCannotBeTheKeysAndHintsOnTransportsAreDropped",
                    "nobodyIsAskedToTouchTheKey"),
            new Rule(
                    "one token serves pre-flight and ceremony, and the touch is collected",
                    CORE + "client/CeremoniesTest.java",
                    "anExcludedCredentialAmongManyIsFoundWithOneToken",
                    "noneOfTheAllowedCredentialsIsAnErrorAfterATouch",
                    "aNewTokenIsHadAfterEachTouch"),
            new Rule(
                    "pre-flight sees every credential",
                    CORE + "client/CeremonyExtensionsTest.java",
                    "aWellProtectedCredentialIsSeenWhenItIsExcluded"),
            new Rule(
                    "makeCredUvNotRqd is for credentials that are not discoverable, and not under alwaysUv",
                    CORE + "client/UserVerificationRuleTest.java",
                    "whenAKeyInsistsOnItsUserForACredential"),
            new Rule(
                    "nothing comes between Begin and Next",
                    CORE + "session/CredentialManagerTest.java",
                    "anEnumerationIsCollectedWithNothingInBetween"),
            new Rule(
                    "management wants a token for all relying parties, and one that only reads for reading",
                    SCRIPTS + "credential-stored.txt",
                    "Where the key has a token that only reads (pcmr, 40), looking asks for that one"),
            new Rule(
                    "protected by user verification means that there is a PIN or a fingerprint",
                    CORE + "model/AuthenticatorInfoTest.java",
                    "anOptionThatIsAbsentIsNotAnOptionThatIsFalse",
                    "alwaysUvTakesBackThatCredentialsAreMadeWithoutUserVerification"),
            new Rule(
                    "under alwaysUv U2F is off",
                    CLI + "verify/ProofWayTest.java",
                    "underAlwaysUvU2fIsOffWhateverVersionsSays"),
            new Rule(
                    "damaged large blobs are overwritten only when that is said",
                    CORE + "session/DamagedLargeBlobsTest.java",
                    "aDamagedArrayIsNotOverwrittenUnasked"),
            new Rule(
                    "damaged large blobs are told, and the array is read again before it is written",
                    CORE + "session/LargeBlobStorageTest.java",
                    "aWrongHashReadsAsEmptyAndDamaged",
                    "whatAnotherWroteSinceTheLastReadingIsKept"),
            new Rule(
                    "after a cancel the answer counts, and U2F knows no cancel",
                    CORE + "transport/CtapHidWaitingTest.java",
                    "afterACancelTheAnswerMayStillBeSuccess",
                    "aU2fMessageKnowsNoCancel"),
            new Rule(
                    "what cannot be read back is told as such",
                    CORE + "session/ConfigurationTest.java",
                    "relyingPartiesAreAChangeOfTheirOwnSinceTheyCannotBeReadBack"),
            new Rule("that a key is new cannot be proved", SCRIPTS + "verify.txt", "that it is new cannot be proved"),
            new Rule("keys under FIPS rules", SCRIPTS + "config.txt", "Keys under FIPS rules", "only PIN protocol 2"));

    @Test
    void everyRuleHasItsTests() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Rule each : RULES) {
            String text = Files.readString(Path.of(each.file()));
            String before = each.file().endsWith(".java") ? "void " : "";
            Stream.of(each.tests())
                    .filter(test -> !text.contains(before + test))
                    .map(test -> each.rule() + ": " + test)
                    .forEach(missing::add);
        }
        assertEquals(List.of(), missing);
    }
}
