package dev.seckey.cli.diagnose.key;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Probe;
import dev.seckey.cli.diagnose.Report;
import dev.seckey.cli.diagnose.catalogue.KeyEntry;
import dev.seckey.cli.diagnose.catalogue.NfcEntry;
import dev.seckey.cli.keys.KeyPath;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.transport.ApduLengths;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.CardLink;
import dev.seckey.ctap2.transport.CommandApdu;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.CtapNfc;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.StatusWord;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.u2f.U2fVersion;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Supplier;

/** Looks at one key, over the way that it is on. */
final class KeyProbe implements Probe {
    /** For one answer: nothing is asked that waits for a person. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final int PINGS = 20;
    private static final double SLOW_USB = 100;
    private static final double SLOW_NFC = 500;
    private static final Bytes GET_INFO = Bytes.ofInts(0x04);

    private final Subject subject;
    private final Machine machine;
    private final Supplier<SecureRandom> random;
    private final Interview interview;
    private final Runnable noKey;

    /** @param noKey is told if it turns out to be a card of another kind */
    KeyProbe(Subject subject, Machine machine, Supplier<SecureRandom> random, Interview interview, Runnable noKey) {
        this.subject = subject;
        this.machine = machine;
        this.random = random;
        this.interview = interview;
        this.noKey = noKey;
    }

    @Override
    public String name() {
        return "the key " + subject.selector();
    }

    @Override
    public void run(Report report) {
        report.step("opening " + subject.selector());
        try (KeyPath path = subject.path().get()) {
            if (path instanceof KeyPath.Usb usb) {
                overUsb(usb.pipe(), report);
            } else if (path instanceof KeyPath.Nfc nfc) {
                onReader(nfc.pipe(), report);
            }
        } catch (Fault e) {
            new KeyFaults(subject, machine, report).found(e);
            if (subject.transport() == Transport.NFC && e.reason() == Reason.UNSUPPORTED) {
                noKey.run();
            }
        }
    }

    private void overUsb(HidPipe pipe, Report report) {
        report.step("opening a channel to " + subject.selector());
        CtapHid device = CtapHid.open(pipe, report.trace(), random.get(), report.exchange(PATIENCE));
        if (device.info().speaksCtap2()) {
            interview.ask(subject, new Ctap2(device, () -> report.exchange(PATIENCE)), report);
        } else {
            report.found(KeyEntry.U2F_ONLY, subject.title());
        }
        report.step("pinging " + subject.selector());
        tell(new PingRun(pipe, report.ticker()).run(PINGS, random.get()), report);
    }

    private void tell(PingRun.Outcome outcome, Report report) {
        String sent = subject.title() + ": of the packets that should come back, ";
        if (outcome.lost() > 0) {
            report.found(KeyEntry.PACKETS_LOST, sent + outcome.lost() + " did not");
        }
        if (outcome.doubled() + outcome.changed() > 0) {
            report.found(
                    KeyEntry.PACKETS_DOUBLED,
                    sent + outcome.doubled() + " came twice and " + outcome.changed() + " came changed");
        }
        if (outcome.foreign() > 0) {
            report.found(KeyEntry.OTHERS_TALK, subject.title() + ": " + outcome.foreign() + " packets to others");
        }
        boolean clean = outcome.lost() + outcome.doubled() + outcome.changed() == 0;
        tell(outcome.times(), SLOW_USB, clean, report);
    }

    private void tell(RoundTrips times, double slow, boolean clean, Report report) {
        if (times.isEmpty()) {
            return;
        }
        String seen = subject.title() + ": " + times;
        if (times.middle() > slow) {
            report.found(KeyEntry.SLOW, seen);
        } else if (times.isUneven()) {
            report.found(KeyEntry.UNEVEN, seen);
        } else if (clean) {
            report.found(KeyEntry.ROUND_TRIP, seen);
        }
    }

    private void onReader(ApduPipe pipe, Report report) {
        report.step("selecting FIDO on " + subject.selector());
        CtapNfc device = CtapNfc.open(pipe, ApduLengths.SHORT, report.trace(), Sleeper.SYSTEM);
        Ctap2 session = new Ctap2(device, () -> report.exchange(PATIENCE));
        if (isU2fOnly(device, session)) {
            report.found(KeyEntry.U2F_ONLY, subject.title());
            return;
        }
        interview.ask(subject, session, report);
        report.step("timing " + subject.selector());
        RoundTrips times = new RoundTrips();
        for (int i = 0; i < PINGS; i++) {
            long start = report.ticker().nanos();
            session.refreshInfo();
            times.add(report.ticker().nanos() - start);
        }
        tell(times, SLOW_NFC, true, report);
        extended(pipe, report);
    }

    private static boolean isU2fOnly(CtapNfc device, Ctap2 session) {
        if (!device.version().equals(U2fVersion.U2F_V2)) {
            return false;
        }
        try {
            session.info();
            return false;
        } catch (Fault e) {
            return e.reason() == Reason.UNSUPPORTED;
        }
    }

    /** Last, because a reader that does not know them may let go of the card. */
    private void extended(ApduPipe pipe, Report report) {
        report.step("trying a long command on " + subject.selector());
        boolean whole;
        try {
            whole = new CardLink(pipe, ApduLengths.EXTENDED, report.trace())
                    .exchange(CommandApdu.of(CtapNfc.CTAP_CLASS, CtapNfc.MSG, 0, 0, GET_INFO), false)
                    .is(StatusWord.OK);
        } catch (Fault e) {
            report.note(e.getMessage());
            whole = false;
        }
        report.found(whole ? NfcEntry.EXTENDED : NfcEntry.NO_EXTENDED, subject.title());
    }
}
