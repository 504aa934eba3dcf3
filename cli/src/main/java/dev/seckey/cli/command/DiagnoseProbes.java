package dev.seckey.cli.command;

import dev.seckey.cli.Version;
import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.bundle.Redactor;
import dev.seckey.cli.diagnose.key.KeysInSight;
import dev.seckey.cli.diagnose.key.Subject;
import dev.seckey.cli.diagnose.network.AllowList;
import dev.seckey.cli.diagnose.network.AllowListProbe;
import dev.seckey.cli.diagnose.network.Detour;
import dev.seckey.cli.diagnose.network.EndpointProbe;
import dev.seckey.cli.diagnose.network.Profile;
import dev.seckey.cli.diagnose.network.ProfileFile;
import dev.seckey.cli.diagnose.network.ProxyScriptProbe;
import dev.seckey.cli.diagnose.network.ResolverProbe;
import dev.seckey.cli.diagnose.network.Roots;
import dev.seckey.cli.diagnose.network.Route;
import dev.seckey.cli.diagnose.nfc.CardPrograms;
import dev.seckey.cli.diagnose.nfc.SmartcardService;
import dev.seckey.cli.diagnose.runtime.ClockProbe;
import dev.seckey.cli.diagnose.runtime.JavaProbe;
import dev.seckey.cli.diagnose.runtime.MetadataProbe;
import dev.seckey.cli.diagnose.runtime.PolicyProbe;
import dev.seckey.cli.diagnose.usb.LinuxAccess;
import dev.seckey.cli.diagnose.usb.WindowsRights;
import dev.seckey.cli.diagnose.usb.YubiKeyInterfaces;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.Listing;
import dev.seckey.cli.net.ProxyChoice;
import dev.seckey.cli.policy.Policies;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.KeyRef;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The probes that a command line asks for. A simulated key has no machine around it: then only the key is looked at. */
final class DiagnoseProbes {
    private final Context context;
    private final Optional<String> network;
    private final Optional<Path> allowList;
    private final NetworkOptions networkOptions;

    DiagnoseProbes(Context context, Optional<String> network, Optional<Path> allowList, NetworkOptions networkOptions) {
        this.context = context;
        this.network = network;
        this.allowList = allowList;
        this.networkOptions = networkOptions;
    }

    boolean isSimulated() {
        return context.selector()
                .filter(KeySelector.Simulated.class::isInstance)
                .isPresent();
    }

    /** A new set for each look. */
    List<Probe> all() {
        Supplier<Listing> listing = once(() -> context.keys().list());
        List<Probe> probes = new ArrayList<>();
        if (!isSimulated()) {
            probes.addAll(ofMachine(listing));
        }
        network.ifPresent(name -> probes.addAll(ofNetwork(ProfileFile.named(name))));
        probes.add(new KeysInSight(
                context.selector().map(selector -> subject(selector, listing)),
                listing,
                context.keys(),
                context.machine(),
                context.surroundings().random(),
                context::models,
                today()));
        return probes;
    }

    private List<Probe> ofMachine(Supplier<Listing> listing) {
        Machine machine = context.machine();
        Map<String, String> environment = context.surroundings().environment();
        return List.of(
                new LinuxAccess(machine, environment),
                new WindowsRights(listing),
                new YubiKeyInterfaces(machine),
                new SmartcardService(machine, environment, listing),
                new CardPrograms(machine),
                new JavaProbe(machine, path -> context.keys().openUsb(path).close()),
                new ClockProbe(
                        machine,
                        context.surroundings().clock(),
                        MetadataIndex.embedded().header().date()),
                new MetadataProbe(
                        () -> context.metadata().index().header(),
                        today(),
                        Policies.builtIn().get(0).rules().metadataMaxAgeDays()),
                new PolicyProbe(context.policies()));
    }

    private List<Probe> ofNetwork(Profile profile) {
        Machine machine = context.machine();
        ProxyChoice proxies = networkOptions.proxies(context);
        Route route = new Route(
                machine,
                context.surroundings().clock(),
                address -> proxies.forAddress(address)
                        .map(proxy -> new Detour(proxy.host(), proxy.port(), proxy.namedBy())),
                Roots.known(machine),
                Roots.of(networkOptions.trust(context).roots()));
        List<Probe> probes = new ArrayList<>();
        probes.add(new ResolverProbe(machine.resolver()));
        probes.add(new ProxyScriptProbe(machine));
        profile.endpoints().forEach(endpoint -> probes.add(new EndpointProbe(endpoint, route)));
        allowList.ifPresent(file -> probes.add(new AllowListProbe(profile, AllowList.read(file))));
        return probes;
    }

    /** Knows the names of this user, this computer and the keys in sight. */
    Redactor redactor() {
        List<String> serials = context.keys().list().keys().stream()
                .flatMap(key -> key.serial().stream())
                .toList();
        return new Redactor(
                context.surroundings().environment(),
                context.machine().text("/etc/hostname").stream().toList(),
                serials);
    }

    String versions() {
        return String.join(
                "\n",
                Version.line(),
                "Java " + Runtime.version() + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                "made " + context.now(),
                "");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
    }

    private Subject subject(KeySelector selector, Supplier<Listing> listing) {
        if (selector instanceof KeySelector.Serial serial) {
            return listing.get().present().stream()
                    .filter(key -> key.serial().equals(Optional.of(serial.number())))
                    .findFirst()
                    .map(this::subject)
                    .orElseGet(() -> subject(selector, "key " + serial.number(), serial.number(), Transport.USB));
        }
        if (selector instanceof KeySelector.Usb usb) {
            return subject(selector, "usb:" + usb.path(), usb.path(), Transport.USB);
        }
        if (selector instanceof KeySelector.Nfc nfc) {
            return subject(selector, "nfc:" + nfc.reader(), nfc.reader(), Transport.NFC);
        }
        KeySelector.Simulated simulated = (KeySelector.Simulated) selector;
        return new Subject(
                simulated.product(),
                simulated.selector(),
                "",
                simulated.nfc() ? Transport.NFC : Transport.USB,
                true,
                () -> context.opener().openPath(selector));
    }

    private Subject subject(KeyRef key) {
        KeySelector selector = KeySelector.parse(key.selector());
        return subject(selector, key.selector(), key.path(), key.transport());
    }

    private Subject subject(KeySelector selector, String title, String place, Transport transport) {
        String product = title.substring(title.indexOf(':') + 1);
        return new Subject(
                product, title, place, transport, false, () -> context.opener().openPath(selector));
    }

    /** What is looked up once, by whoever needs it first. */
    private static <T> Supplier<T> once(Supplier<T> lookup) {
        Object[] found = new Object[1];
        return () -> {
            synchronized (found) {
                if (found[0] == null) {
                    found[0] = lookup.get();
                }
                @SuppressWarnings("unchecked")
                T value = (T) found[0];
                return value;
            }
        };
    }
}
