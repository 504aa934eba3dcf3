package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.keys.OpenManagement;
import dev.seckey.cli.output.YubiKeyResult;
import dev.seckey.cli.yubikey.Wanted;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.yubico.Application;
import dev.seckey.ctap2.yubico.DeviceConfig;
import dev.seckey.ctap2.yubico.DeviceInfo;
import dev.seckey.ctap2.yubico.LockCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "applications",
        description = {
            "Enable and disable applications of a YubiKey over USB and NFC.",
            "Applications: otp, u2f, fido2, oath, piv, openpgp, hsmauth. What a disabled application holds is kept, and"
                    + " is there again when it is enabled."
        },
        footer = {
            "",
            "Examples:",
            "  seckey yubikey applications --disable-usb otp",
            "  seckey yubikey applications --enable-nfc fido2,u2f --disable-nfc otp,oath,piv,openpgp,hsmauth",
            "  seckey yubikey applications --restrict-nfc     (before it goes into the post)"
        })
final class YubiKeyApplicationsCommand implements Action {
    private static final Set<Application> FIDO = EnumSet.of(Application.U2F, Application.FIDO2);

    private final Context context;

    @Option(names = "--enable-usb", paramLabel = "APP", split = ",", description = "Enable over USB.")
    private List<String> enableUsb = List.of();

    @Option(names = "--disable-usb", paramLabel = "APP", split = ",", description = "Disable over USB.")
    private List<String> disableUsb = List.of();

    @Option(names = "--enable-nfc", paramLabel = "APP", split = ",", description = "Enable over NFC.")
    private List<String> enableNfc = List.of();

    @Option(names = "--disable-nfc", paramLabel = "APP", split = ",", description = "Disable over NFC.")
    private List<String> disableNfc = List.of();

    @Option(
            names = "--restrict-nfc",
            description = "Switch NFC off until the key is plugged in (firmware 5.7 and later).")
    private boolean restrictNfc;

    @Option(names = "--dry-run", description = "Only say what would change.")
    private boolean dryRun;

    @Mixin
    private LockCodeOptions lockCodeOptions = new LockCodeOptions();

    @Mixin
    private ConsentOption consentOption = new ConsentOption();

    YubiKeyApplicationsCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Wanted usb = new Wanted(Transport.USB, applications(enableUsb), applications(disableUsb));
        Wanted nfc = new Wanted(Transport.NFC, applications(enableNfc), applications(disableNfc));
        try (OpenManagement key = context.openManagement()) {
            DeviceInfo before = key.management().read();
            Optional<Set<Application>> usbAfter = usb.change(before);
            Optional<Set<Application>> nfcAfter = nfc.change(before);
            boolean restrict = restrictNfc && !before.isNfcRestricted();
            requirePossible(key, before, usbAfter, restrict);
            DeviceConfig change =
                    new DeviceConfig(usbAfter, nfcAfter, restrict, Optional.empty(), usbAfter.isPresent());
            if (change.changesNothing() || dryRun) {
                context.prompts().say(change.changesNothing() ? "nothing to change" : description(before, change));
                print(key, before, false);
                return ExitCode.DONE;
            }
            consentOption.consent(context).require(description(before, change));
            print(key, apply(key, before, change), true);
            return ExitCode.DONE;
        }
    }

    private static Set<Application> applications(List<String> names) {
        Set<Application> all = EnumSet.noneOf(Application.class);
        for (String name : names) {
            all.add(Application.named(name)
                    .orElseThrow(() -> new UsageException(
                            "there is no application \"" + name + "\"",
                            "there are: "
                                    + Stream.of(Application.values())
                                            .map(Application::id)
                                            .collect(Collectors.joining(", ")))));
        }
        return all;
    }

    private void requirePossible(
            OpenManagement key, DeviceInfo before, Optional<Set<Application>> usbAfter, boolean restrict) {
        if (restrict && (!before.hasNfc() || before.pinComplexity().isEmpty())) {
            throw new TransportFault(Reason.UNSUPPORTED, "this key cannot restrict NFC (firmware 5.7 and later can)");
        }
        boolean cutOff = key.transport() == Transport.USB
                && usbAfter.filter(after -> after.stream().noneMatch(FIDO::contains))
                        .isPresent();
        if (cutOff) {
            throw new TransportFault(
                    Reason.UNSUPPORTED,
                    "without U2F and FIDO2 over USB seckey could not reach this key on this way any more",
                    "to do it all the same, use its card interface: --key nfc:READER; nothing was changed");
        }
    }

    private DeviceInfo apply(OpenManagement key, DeviceInfo before, DeviceConfig change) {
        if (!before.isLocked()) {
            return context.reconfiguration().apply(key, before, change);
        }
        try (LockCode code = lockCodeOptions.read(context)) {
            return context.reconfiguration()
                    .apply(
                            key,
                            before,
                            new DeviceConfig(
                                    change.usb(),
                                    change.nfc(),
                                    change.restrictNfc(),
                                    Optional.of(code),
                                    change.reboot()));
        }
    }

    private static String description(DeviceInfo before, DeviceConfig change) {
        List<String> parts = new ArrayList<>();
        change.usb().ifPresent(after -> parts.addAll(difference("USB", before.enabled(Transport.USB), after)));
        change.nfc().ifPresent(after -> parts.addAll(difference("NFC", before.enabled(Transport.NFC), after)));
        if (change.restrictNfc()) {
            parts.add("NFC will be off until the key is plugged in");
        }
        if (change.reboot()) {
            parts.add("the key will detach and come back");
        }
        return String.join("; ", parts);
    }

    private static List<String> difference(String over, Set<Application> before, Set<Application> after) {
        List<String> parts = new ArrayList<>();
        part(parts, over, "enabled", after, before);
        part(parts, over, "disabled", before, after);
        return parts;
    }

    private static void part(
            List<String> parts, String over, String what, Set<Application> in, Set<Application> notIn) {
        Set<Application> only = EnumSet.noneOf(Application.class);
        only.addAll(in);
        only.removeAll(notIn);
        if (!only.isEmpty()) {
            parts.add(Application.titles(only) + " will be " + what + " over " + over);
        }
    }

    private void print(OpenManagement key, DeviceInfo info, boolean changed) {
        context.output()
                .print(
                        "yubikey applications",
                        new YubiKeyResult(key.product(), key.selector(), info, changed, key.simulated()));
    }
}
