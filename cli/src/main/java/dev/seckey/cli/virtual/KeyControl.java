package dev.seckey.cli.virtual;

import dev.seckey.ctap2.server.FaultPlan;
import dev.seckey.ctap2.server.FaultPlan.Kind;
import dev.seckey.ctap2.server.FaultPlan.Mishap;
import dev.seckey.transports.virtual.ControlSocket;
import dev.seckey.transports.virtual.ControlSocket.Answer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What another program may tell a simulated key: {@code power-cycle}, {@code touch}, {@code approve
 * always|never|tap|after:MS}, {@code fault drop|delay MS|garble|truncate|disconnect at N [in]}, {@code status}, {@code
 * quit}.
 */
public final class KeyControl implements ControlSocket.Commands {
    private static final Answer DONE = Answer.of("ok");
    private static final Pattern FAULT = Pattern.compile(
            "fault (?:(drop|garble|truncate|disconnect)|delay ([0-9]{1,6})) at ([1-9][0-9]{0,6})( in)?");
    private static final String APPROVE = "approve ";

    private final SimulatedKey key;
    private final String profile;
    private final Runnable quit;
    private String approval;

    /**
     * @param approval who touches it now, as it was told
     * @param quit ends the key's service
     */
    public KeyControl(SimulatedKey key, String profile, String approval, Runnable quit) {
        this.key = key;
        this.profile = profile;
        this.approval = approval;
        this.quit = quit;
    }

    @Override
    public synchronized Answer run(String line) {
        switch (line) {
            case "power-cycle" -> key.powerCycle();
            case "touch" -> key.presence().touch();
            case "quit" -> {
                return new Answer("ok", quit);
            }
            case "status" -> {
                return status();
            }
            default -> {
                if (line.startsWith(APPROVE)) {
                    approve(line.substring(APPROVE.length()));
                } else {
                    fault(line);
                }
            }
        }
        return DONE;
    }

    private Answer status() {
        Faults faults = key.faults();
        return Answer.of("ok SIMULATED profile=" + profile + " approve=" + approval + " received="
                + faults.received().passed() + " sent=" + faults.sent().passed() + " faults=" + faults.pending()
                + " power-cycles=" + key.powerCycles());
    }

    private void approve(String text) {
        key.presence().become(Approval.unattended(text).orElseThrow(KeyControl::unknown));
        approval = text;
    }

    private void fault(String line) {
        Matcher fault = FAULT.matcher(line);
        if (!fault.matches()) {
            throw unknown();
        }
        Mishap mishap = Optional.ofNullable(fault.group(1))
                .map(kind -> Mishap.of(Kind.valueOf(kind.toUpperCase(Locale.ROOT))))
                .orElseGet(() -> Mishap.delay(Long.parseLong(fault.group(2))));
        Faults faults = key.faults();
        FaultPlan plan = fault.group(4) == null ? faults.sent() : faults.received();
        plan.plan(Integer.parseInt(fault.group(3)), mishap);
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("write power-cycle, touch, approve always|never|tap|after:MS,"
                + " fault drop|delay MS|garble|truncate|disconnect at N [in], status, or quit");
    }
}
