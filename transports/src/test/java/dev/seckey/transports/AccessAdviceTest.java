package dev.seckey.transports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessAdviceTest {
    private static final AccessAdvice LINUX = new AccessAdvice(Os.LINUX);
    private static final AccessAdvice WINDOWS = new AccessAdvice(Os.WINDOWS);
    private static final AccessAdvice MAC = new AccessAdvice(Os.MAC);

    @ParameterizedTest
    @CsvSource({
        "Windows 11, WINDOWS",
        "Windows Server 2022, WINDOWS",
        "Mac OS X, MAC",
        "Darwin, MAC",
        "Linux, LINUX",
        "FreeBSD, LINUX"
    })
    void theSystemIsKnownByItsName(String name, Os os) {
        assertEquals(os, Os.of(name));
    }

    @Test
    void onLinuxItIsTheUdevRules() {
        Obstacle obstacle = LINUX.usbDenied("/dev/hidraw3");

        assertEquals(Reason.ACCESS_DENIED, obstacle.reason());
        assertTrue(obstacle.what().contains("/dev/hidraw3"));
        assertTrue(obstacle.todo().contains("udev"));
    }

    @Test
    void onWindowsThereAreTwoWaysForward() {
        Obstacle obstacle = WINDOWS.usbDenied("\\\\?\\hid#vid_1050");

        assertEquals(Reason.ACCESS_DENIED, obstacle.reason());
        assertTrue(obstacle.todo().contains("Run as administrator"));
        assertTrue(obstacle.todo().contains("desktop team"));
    }

    @Test
    void onMacItIsInputMonitoring() {
        assertTrue(MAC.usbDenied("DevSrvsID:1").todo().contains("Input Monitoring"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "libudev.so.1: cannot open shared object file | libudev1",
                "Error loading shared library ld-linux-x86-64.so.2 | musl",
                "version `GLIBC_2.33' not found | glibc 2.33",
                "/tmp/jna/jna1.tmp: failed to map segment from shared object | jna.tmpdir",
                "Unable to load library 'hidapi' | libhidapi-hidraw0"
            })
    void aLibraryThatDoesNotLoadOnLinuxSaysWhatToInstall(String error, String advice) {
        Obstacle obstacle = LINUX.usbLibrary(new UnsatisfiedLinkError(error + "\nand more lines"));

        assertEquals(Reason.NO_NATIVE_LIBRARY, obstacle.reason());
        assertTrue(obstacle.what().endsWith(error), obstacle.what());
        assertTrue(obstacle.todo().contains(advice), obstacle.todo());
    }

    @Test
    void theSmartCardServiceIsStartedInEachSystemsWay() {
        assertTrue(LINUX.noSmartcardService().todo().contains("systemctl enable --now pcscd.socket"));
        assertTrue(WINDOWS.noSmartcardService().todo().contains("SCardSvr"));
        assertTrue(MAC.noSmartcardService().todo().contains("plug in a reader"));
    }

    @ParameterizedTest
    @EnumSource(Os.class)
    void everyAdviceIsOneLine(Os os) {
        AccessAdvice advice = new AccessAdvice(os);
        Throwable why = new NoClassDefFoundError("Could not initialize class\nsecond line");
        Stream.of(
                        advice.usbDenied("p"),
                        advice.usbNodeMissing("p"),
                        advice.usbHidden(),
                        advice.usbGone("p"),
                        advice.usbBusy("p"),
                        advice.usbLibrary(why),
                        advice.smartcardLibrary(why),
                        advice.noSmartcardService(),
                        advice.smartcardDenied(),
                        advice.readerHeld("r"),
                        advice.readerEmpty("r"),
                        advice.readerGone("r"))
                .flatMap(obstacle -> Stream.of(obstacle.what(), obstacle.todo()))
                .forEach(line -> assertFalse(line.isBlank() || line.contains("\n"), line));
    }

    @Test
    void anObstacleBecomesAFaultWithItsAdviceAsHint() {
        Obstacle obstacle = LINUX.noSmartcardService();
        Fault fault = obstacle.fault();

        assertEquals(Reason.NO_SMARTCARD_SERVICE, fault.reason());
        assertEquals(obstacle.what(), fault.getMessage());
        assertEquals(Optional.of(obstacle.todo()), fault.hint());
    }

    @Test
    void aKeyIsSelectedByItsTransportAndPath() {
        assertEquals(
                "nfc:ACS ACR122U 00",
                KeyRef.reader("ACS ACR122U 00", Optional.empty()).selector());
    }
}
