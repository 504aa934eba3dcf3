package dev.seckey.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.bytes.Numbered;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.BioEnrollment;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.CommandCode;
import dev.seckey.ctap2.command.CredentialManagement;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.server.Waiting;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What man/seckey-compatibility.7 claims can be tried on one of the simulated keys. */
class SimulatedCompatibilityTest {
    private static final Map<CommandCode, Integer> SUB_COMMAND_AT = Map.of(
            CommandCode.CLIENT_PIN, 2,
            CommandCode.BIO_ENROLLMENT, 2,
            CommandCode.CREDENTIAL_MANAGEMENT, 1,
            CommandCode.CONFIG, 1);

    private static SoftAuthenticator key(String profile) {
        return new SoftAuthenticator(SimulatedProfiles.named(profile).orElseThrow(), Environment.ofThisMachine());
    }

    /** By profile; keys without CTAP2 say nothing. */
    private static Map<String, AuthenticatorInfo> infos() {
        Map<String, AuthenticatorInfo> all = new LinkedHashMap<>();
        for (String name : SimulatedProfiles.names()) {
            SoftAuthenticator key = key(name);
            if (key.speaksCtap2()) {
                Bytes answer = key.cbor(Bytes.ofInts(CommandCode.GET_INFO.number()), Waiting.SILENT);
                all.put(name, new AuthenticatorInfo(Cbor.decodeMap(answer.from(1)), List.of()));
            }
        }
        return all;
    }

    @TestFactory
    Stream<DynamicTest> everyCommandIsKnown() {
        return Arrays.stream(CommandCode.values())
                .map(code -> DynamicTest.dynamicTest(code.title(), () -> assertKnown(code, CborMap.EMPTY)));
    }

    @TestFactory
    Stream<DynamicTest> everySubcommandIsKnown() {
        Map<CommandCode, Numbered[]> all = Map.of(
                CommandCode.CLIENT_PIN, ClientPin.Sub.values(),
                CommandCode.BIO_ENROLLMENT, BioEnrollment.Sub.values(),
                CommandCode.CREDENTIAL_MANAGEMENT, CredentialManagement.Sub.values(),
                CommandCode.CONFIG, AuthenticatorConfig.Sub.values());
        return all.entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue())
                        .map(sub -> DynamicTest.dynamicTest(
                                entry.getKey().title() + " " + sub,
                                () -> assertKnown(
                                        entry.getKey(),
                                        CborMap.builder()
                                                .put(
                                                        Field.of(
                                                                SUB_COMMAND_AT.get(entry.getKey()),
                                                                "subCommand",
                                                                CborType.UNSIGNED),
                                                        sub.number())
                                                .build()))));
    }

    /** Some profile takes it for a command that it knows, whatever else it finds missing. */
    private static void assertKnown(CommandCode code, CborMap parameters) {
        Bytes request =
                Bytes.ofInts(code.number()).plus(parameters.equals(CborMap.EMPTY) ? Bytes.EMPTY : parameters.encode());
        Set<CtapStatus> answers = SimulatedProfiles.names().stream()
                .map(SimulatedCompatibilityTest::key)
                .filter(SoftAuthenticator::speaksCtap2)
                .map(key -> CtapStatus.of(key.cbor(request, Waiting.SILENT).at(0)))
                .collect(Collectors.toSet());
        answers.removeAll(
                Set.of(CtapStatus.INVALID_COMMAND, CtapStatus.INVALID_SUBCOMMAND, CtapStatus.UNSUPPORTED_OPTION));
        assertFalse(answers.isEmpty(), "no simulated key knows it");
    }

    @Test
    void everyOptionIsTold() throws Exception {
        assertTold(
                "OPTIONS OF AUTHENTICATORGETINFO",
                infos().values().stream().flatMap(info -> info.options().keySet().stream()));
    }

    @Test
    void everyExtensionIsTold() throws Exception {
        assertTold("EXTENSIONS", infos().values().stream().flatMap(info -> info.extensions().stream()));
    }

    @Test
    void everyMemberOfGetInfoIsTold() throws Exception {
        assertTold(
                "MEMBERS OF AUTHENTICATORGETINFO",
                infos().values().stream()
                        .flatMap(info -> AuthenticatorInfo.FIELDS.stream()
                                .filter(field -> info.members().find(field).isPresent())
                                .map(Field::name)));
    }

    private static void assertTold(String section, Stream<String> told) throws Exception {
        Set<String> missing =
                new TreeSet<>(CompatibilityTableTest.table().get(section).keySet());
        missing.removeAll(told.collect(Collectors.toSet()));
        assertEquals(Set.of(), missing);
    }
}
