package dev.seckey.cli.output;

import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.yubico.Application;
import dev.seckey.ctap2.yubico.DeviceInfo;
import java.util.List;
import java.util.Set;

/**
 * What a YubiKey says of itself over its management protocol.
 *
 * @param changed whether its configuration was just changed
 */
public record YubiKeyResult(String product, String selector, DeviceInfo info, boolean changed, boolean simulated)
        implements Result {
    private static final int REMOTE_WAKE_UP = 0x40;
    private static final int TOUCH_EJECTS = 0x80;

    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        out.pair("key", product + " (" + selector + ")");
        out.pair("serial number", info.serial().map(String::valueOf).orElse("none"));
        info.firmware().ifPresent(version -> out.pair("firmware", version));
        out.pair("form", info.formFactor().title() + series());
        info.partNumber().ifPresent(number -> out.pair("part number", number));
        applications(out, Transport.USB);
        if (info.hasNfc()) {
            applications(out, Transport.NFC);
            out.pair(
                    "NFC restricted",
                    info.isNfcRestricted() ? "yes: off until the key has been plugged in once" : "no");
        }
        out.pair("configuration", info.isLocked() ? "locked: a change wants the lock code" : "not locked");
        info.pinComplexity()
                .ifPresent(on -> out.pair("PIN complexity", on ? "enforced: no trivial PINs" : "not enforced"));
        fips(out);
        if (!info.resetBlocked().isEmpty()) {
            out.pair("reset blocked", Application.titles(info.resetBlocked()));
        }
        touch(out);
    }

    private String series() {
        return (info.isFipsSeries() ? ", FIPS series" : "")
                + (info.isSecurityKeySeries() ? ", Security Key series (FIDO alone)" : "");
    }

    private void applications(TextWriter out, Transport over) {
        Set<Application> enabled = info.enabled(over);
        for (Application application : info.supported(over)) {
            out.pair(over.name() + " " + application.title(), enabled.contains(application) ? "enabled" : "disabled");
        }
    }

    private void fips(TextWriter out) {
        for (Application application : info.fipsCapable()) {
            boolean approved = info.fipsApproved().contains(application);
            out.pair(
                    "FIPS " + application.title(),
                    approved ? "in its approved mode" : "not in its approved mode yet: set it up first");
        }
    }

    private void touch(TextWriter out) {
        if (info.challengeResponseTimeout() > 0) {
            out.pair("touch time-out", info.challengeResponseTimeout() + " s (challenge-response)");
        }
        if ((info.deviceFlags() & TOUCH_EJECTS) != 0) {
            out.pair("touch", "ejects the card");
        }
        if (info.autoEjectTimeout() > 0) {
            out.pair("ejects itself after", info.autoEjectTimeout() + " s");
        }
        if ((info.deviceFlags() & REMOTE_WAKE_UP) != 0) {
            out.pair("remote wake-up", "on");
        }
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated)
                .member("selector", selector)
                .member("product", product)
                .member("changed", changed)
                .member("serial", info.serial())
                .member("firmware", info.firmware())
                .member("form", info.formFactor().title())
                .member("fipsSeries", info.isFipsSeries())
                .member("securityKeySeries", info.isSecurityKeySeries())
                .member("partNumber", info.partNumber())
                .strings("usbSupported", ids(info.supported(Transport.USB)))
                .strings("usbEnabled", ids(info.enabled(Transport.USB)))
                .strings("nfcSupported", ids(info.supported(Transport.NFC)))
                .strings("nfcEnabled", ids(info.enabled(Transport.NFC)))
                .member("nfcRestricted", info.isNfcRestricted())
                .member("locked", info.isLocked())
                .member("pinComplexity", info.pinComplexity())
                .strings("fipsCapable", ids(info.fipsCapable()))
                .strings("fipsApproved", ids(info.fipsApproved()))
                .strings("resetBlocked", ids(info.resetBlocked()))
                .member("autoEjectTimeout", info.autoEjectTimeout())
                .member("challengeResponseTimeout", info.challengeResponseTimeout())
                .member("deviceFlags", info.deviceFlags());
    }

    private static List<String> ids(Set<Application> applications) {
        return applications.stream().map(Application::id).toList();
    }
}
