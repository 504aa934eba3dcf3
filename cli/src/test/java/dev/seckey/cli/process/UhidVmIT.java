package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated key as a USB device of a real Linux kernel, with udev's own rules, in a small virtual machine. */
class UhidVmIT {
    private static final int LONGEST_SECONDS = 600;

    private static VmSteps steps;

    @BeforeAll
    static void boot(@TempDir Path folder) {
        steps = VmSteps.of(folder, "uhid-guest.sh", LONGEST_SECONDS);
    }

    private static Outcome step(String name) {
        return steps.step(name);
    }

    @Test
    void udevKnowsAFidoKey() {
        step("udev").ended(0).printed("ID_FIDO_TOKEN=1").printed("ID_SECURITY_TOKEN=1");
    }

    @Test
    void rootListsDescribesAndVerifiesTheKey() {
        Outcome list = step("list").ended(0);
        assertEquals("usb:/dev/hidraw0  seckey SIMULATED level2  serial SIMULATED\n", list.out());
        step("info").ended(0).saidNothing().printed("5ec7e700-51d0-4a7e-8d00-000000000002");
        step("verify").ended(0).printed("SIMULATED ACCEPTABLE: ").printed("transport    USB");
    }

    @Test
    void libfido2SeesAKeyLikeAnyOther() {
        step("libfido2-list").ended(0).printed("/dev/hidraw0: vendor=0x1209, product=0xf1d0");
        step("libfido2-info").ended(0).printed("aaguid: 5ec7e70051d04a7e8d00000000000002");
    }

    @Test
    void whoHasNoSeatIsToldAboutUdev() {
        step("nobody-list")
                .ended(8)
                .printed("usb:/dev/hidraw0")
                .printed("this user may not read and write /dev/hidraw0");
        step("nobody-info")
                .ended(8)
                .printedNothing()
                .said("seckey: this user may not read and write /dev/hidraw0")
                .said("hint: install the udev rules for FIDO keys");
    }

    @Test
    void diagnoseTellsWhoHasNoSeatSo() {
        step("nobody-diagnose")
                .ended(1)
                .printed("USB-006  Stops work: ")
                .printed("rights rw-------, owner root, group root")
                .printed("        sudo seckey diagnose\n");
    }

    @Test
    void diagnoseNamesTheProgramThatHasTheKeyAndKeepsItBusy() {
        step("held-diagnose")
                .ended(1)
                .printed("USB-001  a key on USB, which may be opened: ")
                .printed(" at /dev/hidraw0: open in fido2-cred (process ")
                .printed("KEY-009  Stops work: another program keeps the key busy.");
    }

    @Test
    void theRuleThatDiagnoseGivesHandsTheKeyOut() {
        step("no-rule-diagnose").ended(1).printed("USB-003  Stops work: ").printed("KERNELS==\"*:1209:*\"");
        assertFalse(step("no-rule-udev").ended(0).out().contains("uaccess"));
        step("mended-udev").ended(0).printed(":uaccess:");
    }

    @Test
    void aRuleThatCameAfterTheKeyIsToldFromNone() {
        step("not-applied-diagnose").ended(1).printed("USB-004  Stops work: ");
    }

    @Test
    void aResetGuidesThroughPullingOutAndPluggingIn() {
        step("reset")
                .ended(0)
                .said("deletes for good:")
                .said("pull the key out now\nplug it in again\n")
                .has("/done", "true");
        step("reset-status").ended(0).has("/pinSet", "false");
    }

    @Test
    void aKeyPulledOutWhileItWaitsForATouchIsAFailureOfTheTransport() {
        step("pulled").ended(6).printedNothing().said("seckey: the key was pulled out");
    }
}
