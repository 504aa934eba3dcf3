package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.model.Aaguid;
import java.util.List;
import java.util.Set;

/**
 * Which models an organisation takes. A name stands for every model that has it in its own name, whatever the case.
 *
 * @param allowed if this and allowedNames are empty: all
 * @param denied goes before what is allowed
 */
public record ModelRules(
        Set<Aaguid> allowed,
        List<String> allowedNames,
        Set<Aaguid> denied,
        List<String> deniedNames,
        List<MinimumFirmware> minimumFirmware) {
    public static final ModelRules NONE = new ModelRules(Set.of(), List.of(), Set.of(), List.of(), List.of());

    /**
     * The oldest firmware of one maker's keys.
     *
     * @param vendor as it stands in the names of the maker's models; "Yubico" means YubiKeys too
     * @param version as getInfo numbers it: 5.7.1 is 0x050701
     */
    public record MinimumFirmware(String vendor, long version) {}

    public ModelRules {
        allowed = Set.copyOf(allowed);
        allowedNames = List.copyOf(allowedNames);
        denied = Set.copyOf(denied);
        deniedNames = List.copyOf(deniedNames);
        minimumFirmware = List.copyOf(minimumFirmware);
    }

    boolean allowsAll() {
        return allowed.isEmpty() && allowedNames.isEmpty();
    }

    boolean namesModels() {
        return !allowsAll() || !denied.isEmpty() || !deniedNames.isEmpty();
    }
}
