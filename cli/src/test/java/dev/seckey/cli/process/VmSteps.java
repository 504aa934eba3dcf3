package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.transports.real.RealParts;
import dev.seckey.transports.real.Rigs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the commands of a script said that ran in a small virtual machine, with a kernel of its own. */
final class VmSteps {
    private static final Pattern STEP = Pattern.compile("@ (\\S+) (\\d+)\n((?:(?:out|err)\\|.*\n)*)");

    private final Map<String, Outcome> steps = new HashMap<>();

    private VmSteps() {}

    /**
     * Boots the machine and runs the script to its end.
     *
     * @param folder for the rig's files
     * @param script of the tests' rigs; gets the launcher of seckey, and what more is given
     */
    static VmSteps of(Path folder, String script, int longestSeconds, String... more) {
        RealParts.require("qemu", "fido2-tools");
        Rigs rigs = new Rigs(folder);
        rigs.unpack("uhid-steps.sh");
        List<String> guest = new ArrayList<>(
                List.of("bash", rigs.unpack(script).toString(), Seckey.command().get(0)));
        guest.addAll(List.of(more));
        Rigs.Result result = Rigs.run(rigs.inVm(Path.of(System.getenv("SECKEY_VM_KERNEL")), guest), longestSeconds);

        assertEquals(0, result.status(), result::output);
        VmSteps steps = new VmSteps();
        STEP.matcher(result.output()).results().forEach(step -> steps.steps.put(step.group(1), outcome(step)));
        return steps;
    }

    private static Outcome outcome(MatchResult step) {
        return new Outcome(Integer.parseInt(step.group(2)), lines(step.group(3), "out|"), lines(step.group(3), "err|"));
    }

    private static String lines(String text, String mark) {
        return text.lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()) + "\n")
                .collect(Collectors.joining());
    }

    Outcome step(String name) {
        return steps.getOrDefault(name, new Outcome(-1, "", "there was no such step; there were " + steps));
    }
}
