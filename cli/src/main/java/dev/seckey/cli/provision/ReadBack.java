package dev.seckey.cli.provision;

import dev.seckey.cli.output.JsonWriter;
import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.cli.provision.plan.Planner;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.yubico.Application;
import java.util.List;
import java.util.Set;

/** A key's state afterwards, compared with what was wanted, and written down. */
final class ReadBack {
    private ReadBack() {}

    /**
     * @param gotPin whether it has the PIN that it got just now
     * @throws ReadBackFault if the key is not as the policy wants it
     */
    static void require(ProvisionRules rules, KeyState now, boolean gotPin) {
        if (!new Planner(rules).isAsWanted(now)) {
            throw new ReadBackFault("read back, the key is not as the policy wants it");
        }
        if (gotPin && rules.forcePinChange() && !now.changeForced()) {
            throw new ReadBackFault("read back, the key does not want its PIN changed");
        }
    }

    static void write(JsonWriter out, KeyState state) {
        out.member("pinSet", state.pinSet())
                .member("pinChangeForced", state.changeForced())
                .member("minPinLength", state.minPinLength())
                .member("pinComplexity", state.pinComplexity())
                .member("alwaysUv", state.alwaysUv())
                .member("enterpriseAttestation", state.enterpriseAttestation())
                .member("longTouchForReset", state.longTouch())
                .member("fingerprints", state.finger());
        state.yubiKey()
                .ifPresent(info -> out.strings("usb", ids(info.enabled(Transport.USB)))
                        .strings("nfc", ids(info.enabled(Transport.NFC)))
                        .member("nfcRestricted", info.isNfcRestricted()));
    }

    private static List<String> ids(Set<Application> applications) {
        return applications.stream().map(Application::id).toList();
    }
}
