package dev.seckey.cli.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * Builds only what the command line names: the whole tree costs half a second, one command a tenth of that. Where no
 * name is recognised (help, or a typing error) everything is built, so that everything can be shown.
 */
final class CommandTree {
    /** A command and those below it. */
    private record Node(Function<Context, Object> make, Map<String, Node> children) {
        static Node leaf(Function<Context, Object> make) {
            return new Node(make, Map.of());
        }
    }

    private static final Map<String, Node> COMMANDS = commands();

    private CommandTree() {}

    private static Map<String, Node> commands() {
        Map<String, Node> metadata = new LinkedHashMap<>();
        metadata.put("check", Node.leaf(MetadataCheckCommand::new));
        metadata.put("show", Node.leaf(MetadataShowCommand::new));
        metadata.put("list", Node.leaf(MetadataListCommand::new));
        metadata.put("diff", Node.leaf(MetadataDiffCommand::new));
        metadata.put("status", Node.leaf(MetadataStatusCommand::new));
        metadata.put("update", Node.leaf(MetadataUpdateCommand::new));

        Map<String, Node> pin = new LinkedHashMap<>();
        pin.put("status", Node.leaf(PinStatusCommand::new));
        pin.put("set", Node.leaf(PinSetCommand::new));
        pin.put("change", Node.leaf(PinChangeCommand::new));
        pin.put("verify", Node.leaf(PinVerifyCommand::new));

        Map<String, Node> config = new LinkedHashMap<>();
        config.put("always-uv", Node.leaf(AlwaysUvCommand::new));
        config.put("min-pin-length", Node.leaf(MinPinLengthCommand::new));
        config.put("force-pin-change", Node.leaf(ForcePinChangeCommand::new));
        config.put("enterprise-attestation", Node.leaf(EnterpriseAttestationCommand::new));
        config.put("long-touch-reset", Node.leaf(LongTouchResetCommand::new));
        config.put("pin-complexity", Node.leaf(PinComplexityCommand::new));

        Map<String, Node> fingerprint = new LinkedHashMap<>();
        fingerprint.put("enroll", Node.leaf(FingerprintEnrollCommand::new));
        fingerprint.put("list", Node.leaf(FingerprintListCommand::new));
        fingerprint.put("rename", Node.leaf(FingerprintRenameCommand::new));
        fingerprint.put("delete", Node.leaf(FingerprintDeleteCommand::new));
        fingerprint.put("info", Node.leaf(FingerprintInfoCommand::new));

        Map<String, Node> blob = new LinkedHashMap<>();
        blob.put("list", Node.leaf(BlobListCommand::new));
        blob.put("get", Node.leaf(BlobGetCommand::new));
        blob.put("set", Node.leaf(BlobSetCommand::new));
        blob.put("delete", Node.leaf(BlobDeleteCommand::new));

        Map<String, Node> credential = new LinkedHashMap<>();
        credential.put("create", Node.leaf(CredentialCreateCommand::new));
        credential.put("assert", Node.leaf(CredentialAssertCommand::new));
        credential.put("verify", Node.leaf(CredentialVerifyCommand::new));
        credential.put("list", Node.leaf(CredentialListCommand::new));
        credential.put("update", Node.leaf(CredentialUpdateCommand::new));
        credential.put("delete", Node.leaf(CredentialDeleteCommand::new));
        credential.put("usage", Node.leaf(CredentialUsageCommand::new));
        Map<String, Node> yubikey = new LinkedHashMap<>();
        yubikey.put("info", Node.leaf(YubiKeyInfoCommand::new));
        yubikey.put("applications", Node.leaf(YubiKeyApplicationsCommand::new));

        Map<String, Node> ledger = new LinkedHashMap<>();
        ledger.put("list", Node.leaf(LedgerListCommand::new));
        ledger.put("show", Node.leaf(LedgerShowCommand::new));
        ledger.put("assign", Node.leaf(LedgerAssignCommand::new));
        ledger.put("export", Node.leaf(LedgerExportCommand::new));
        ledger.put("check", Node.leaf(LedgerCheckCommand::new));

        Map<String, Node> handover = new LinkedHashMap<>();
        handover.put("keygen", Node.leaf(HandoverKeygenCommand::new));
        handover.put("open", Node.leaf(HandoverOpenCommand::new));
        handover.put("letters", Node.leaf(HandoverLettersCommand::new));
        Map<String, Node> policy = new LinkedHashMap<>();
        policy.put("list", Node.leaf(PolicyListCommand::new));
        policy.put("show", Node.leaf(PolicyShowCommand::new));
        policy.put("check", Node.leaf(PolicyCheckCommand::new));

        Map<String, Node> all = new LinkedHashMap<>();
        all.put("list", Node.leaf(ListCommand::new));
        all.put("info", Node.leaf(InfoCommand::new));
        all.put("verify", Node.leaf(VerifyCommand::new));
        all.put("diagnose", Node.leaf(DiagnoseCommand::new));
        all.put("provision", Node.leaf(ProvisionCommand::new));
        all.put("policy", new Node(context -> new PolicyCommand(), policy));
        all.put("pin", new Node(context -> new PinCommand(), pin));
        all.put("config", new Node(context -> new ConfigCommand(), config));
        all.put("reset", Node.leaf(ResetCommand::new));
        all.put("select", Node.leaf(SelectCommand::new));
        all.put("wink", Node.leaf(WinkCommand::new));
        all.put("raw", Node.leaf(RawCommand::new));
        all.put("credential", new Node(context -> new CredentialCommand(), credential));
        all.put("fingerprint", new Node(context -> new FingerprintCommand(), fingerprint));
        all.put("blob", new Node(context -> new BlobCommand(), blob));
        all.put("yubikey", new Node(context -> new YubiKeyCommand(), yubikey));
        all.put("metadata", new Node(context -> new MetadataCommand(), metadata));
        all.put("ledger", new Node(context -> new LedgerCommand(), ledger));
        all.put("handover", new Node(context -> new HandoverCommand(), handover));
        all.put(
                "virtual",
                new Node(context -> new VirtualCommand(), Map.of("start", Node.leaf(VirtualStartCommand::new))));
        all.put("schema", Node.leaf(SchemaCommand::new));
        all.put("completion", Node.leaf(CompletionCommand::new));
        all.put(CompleteCommand.NAME, Node.leaf(CompleteCommand::new));
        return all;
    }

    /** Every command as it is typed, groups included: "list", "metadata", "metadata check" and so on. */
    static Set<String> names() {
        Set<String> names = actions();
        COMMANDS.forEach((name, node) -> {
            if (!node.children().isEmpty()) {
                names.add(name);
            }
        });
        return names;
    }

    /** Those that do something. */
    static Set<String> actions() {
        Set<String> actions = new TreeSet<>();
        COMMANDS.forEach((name, node) -> {
            if (node.children().isEmpty()) {
                actions.add(name);
            }
            node.children().keySet().forEach(child -> actions.add(name + " " + child));
        });
        actions.remove(CompleteCommand.NAME);
        return actions;
    }

    static CommandLine build(GlobalOptions options, Context context, String... args) {
        CommandLine root = new CommandLine(new RootCommand(options));
        grow(root, COMMANDS, context, Arrays.asList(args));
        return root;
    }

    private static void grow(CommandLine parent, Map<String, Node> children, Context context, List<String> args) {
        boolean named = children.keySet().stream().anyMatch(args::contains);
        children.forEach((name, node) -> {
            if (!named || args.contains(name)) {
                CommandLine child = new CommandLine(node.make().apply(context));
                grow(child, node.children(), context, args);
                parent.addSubcommand(name, child);
            }
        });
    }
}
