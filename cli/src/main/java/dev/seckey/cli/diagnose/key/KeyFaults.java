package dev.seckey.cli.diagnose.key;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Processes;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.KeyEntry;
import dev.seckey.cli.diagnose.catalogue.NfcEntry;
import dev.seckey.cli.diagnose.catalogue.RunEntry;
import dev.seckey.cli.diagnose.catalogue.UsbEntry;
import dev.seckey.cli.diagnose.nfc.CardPrograms;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.Os;
import java.util.List;

/** What it means that a key could not be opened, or did not answer as it should. */
final class KeyFaults {
    private final Subject subject;
    private final Machine machine;
    private final Report report;

    KeyFaults(Subject subject, Machine machine, Report report) {
        this.subject = subject;
        this.machine = machine;
        this.report = report;
    }

    /** The compiler finds the reason that was forgotten. */
    void found(Fault fault) {
        String seen = subject.title() + ": " + fault.getMessage();
        boolean card = subject.transport() == Transport.NFC;
        switch (fault.reason()) {
            case NO_ANSWER, TOUCH_TIMEOUT -> report.found(KeyEntry.SILENT, seen);
            case KEY_BUSY -> report.found(KeyEntry.BUSY, seen);
            case NO_KEY -> report.found(KeyEntry.NO_KEY, seen);
            case KEY_REMOVED, CANCELLED -> report.found(KeyEntry.PULLED_OUT, seen);
            case TRANSPORT_BROKEN -> report.found(card ? NfcEntry.UNREADABLE : KeyEntry.CONNECTION, seen);
            case MALFORMED -> report.found(KeyEntry.MALFORMED, seen);
            case UNSUPPORTED -> report.found(card ? NfcEntry.NO_FIDO : KeyEntry.REFUSES, seen);
            case HELD_BY_ANOTHER -> held(seen, card);
            case ACCESS_DENIED -> denied(fault, seen, card);
            case NO_SMARTCARD_SERVICE -> report.found(NfcEntry.NO_SERVICE, seen);
            case NO_NATIVE_LIBRARY ->
                report.found(card ? NfcEntry.NO_LIBRARY : RunEntry.NO_LIBRARY, withHint(seen, fault));
            case SEVERAL_KEYS,
                    PIN_REQUIRED,
                    PIN_INVALID,
                    PIN_BLOCKED,
                    PIN_LOCKED_UNTIL_POWER_CYCLE,
                    PIN_NOT_SET,
                    PIN_ALREADY_SET,
                    PIN_POLICY_VIOLATION,
                    PIN_CHANGE_FORCED,
                    UV_INVALID,
                    UV_BLOCKED,
                    DENIED,
                    KEY_REFUSED,
                    NOT_APPLIED,
                    UNVERIFIABLE,
                    FILE -> report.found(KeyEntry.REFUSES, seen);
        }
    }

    private static String withHint(String seen, Fault fault) {
        return seen + fault.hint().map(hint -> "; " + hint).orElse("");
    }

    private void held(String seen, boolean card) {
        List<Processes.Running> programs = card
                ? CardPrograms.running(machine)
                : machine.os() == Os.LINUX ? new Processes(machine).holding(subject.place()) : List.of();
        String by = programs.isEmpty() ? "" : "; perhaps it is " + Processes.line(programs);
        if (card) {
            report.found(NfcEntry.HELD, seen + by, CardPrograms.ending(programs));
        } else {
            report.found(UsbEntry.BUSY, seen + by);
        }
    }

    private void denied(Fault fault, String seen, boolean card) {
        if (card) {
            report.found(NfcEntry.DENIED, seen);
            return;
        }
        switch (machine.os()) {
            case MAC -> report.found(UsbEntry.INPUT_MONITORING, seen);
            case WINDOWS -> report.found(UsbEntry.NOT_ELEVATED, seen);
            case LINUX -> {
                // with the reason, by the probe that looks at the file
                String node = subject.place().substring(subject.place().lastIndexOf('/') + 1);
                if (!machine.exists("/sys/class/hidraw/" + node)) {
                    report.found(UsbEntry.NOT_ALLOWED, withHint(seen, fault));
                }
            }
        }
    }
}
