package dev.seckey.transports.real;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tests on real parts call {@link #require} first. Where the part is missing the test is skipped with a line that says
 * what to install; where the environment variable {@code SECKEY_REQUIRE} names it (separated by commas), it fails.
 */
public enum RealParts {
    PCSCD(
            "pcscd",
            "pcscd vsmartcard-vpcd",
            () -> Files.isExecutable(Path.of("/usr/sbin/pcscd"))
                    && Files.exists(Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so"))
                    && (succeeds("unshare", "--net", "--mount", "true")
                            || succeeds("unshare", "--user", "--map-root-user", "--net", "--mount", "true"))),
    UMOCKDEV(
            "umockdev",
            "gcc pkg-config umockdev libumockdev-dev",
            () -> onPath("gcc") && succeeds("pkg-config", "--exists", "umockdev-1.0")),
    FIDO2_TOOLS("fido2-tools", "fido2-tools", () -> onPath("fido2-token")),
    /** Debian's own interpreter: another one that comes first on the path does not see the package. */
    PYTHON3_FIDO2("python3-fido2", "python3-fido2", () -> succeeds("/usr/bin/python3", "-c", "import fido2")),
    /** With pdfinfo, which counts the pages that it printed. */
    CHROMIUM("chromium", "chromium poppler-utils", () -> onPath("chromium") && onPath("pdfinfo")),
    YKMAN("ykman", "yubikey-manager", () -> onPath("ykman")),
    ZSH("zsh", "zsh", () -> onPath("zsh")),
    FISH("fish", "fish", () -> onPath("fish")),
    MANDOC("mandoc", "mandoc man-db", () -> onPath("mandoc") && onPath("man")),
    /** Its server, which the tests start themselves. */
    POSTGRESQL("postgresql", "postgresql", () -> isFolderWith(Path.of("/usr/lib/postgresql"), "bin/postgres")),
    /** To install into a tree, which root alone may. */
    DPKG(
            "dpkg",
            "dpkg, and run as root where file systems may be mounted",
            () -> onPath("dpkg")
                    && "root".equals(System.getProperty("user.name"))
                    && succeeds("unshare", "--mount", "true")),
    OPENSSL("openssl", "openssl", () -> onPath("openssl")),
    QEMU(
            "qemu",
            "qemu-system-x86 busybox-static cpio kmod udev, and let SECKEY_VM_KERNEL name an unpacked kernel package",
            () -> onPath("qemu-system-x86_64")
                    && onPath("busybox")
                    && onPath("cpio")
                    && Files.isDirectory(Path.of(System.getenv().getOrDefault("SECKEY_VM_KERNEL", "nowhere"))));

    private final String id;
    private final String packages;
    private final BooleanSupplier present;

    RealParts(String id, String packages, BooleanSupplier present) {
        this.id = id;
        this.packages = packages;
        this.present = present;
    }

    /** @param ids as in {@code SECKEY_REQUIRE} */
    public static void require(String... ids) {
        for (String id : ids) {
            of(id).require();
        }
    }

    private static RealParts of(String id) {
        return Arrays.stream(values())
                .filter(part -> part.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no real part is called " + id));
    }

    private void require() {
        if (present.getAsBoolean()) {
            return;
        }
        String missing = id + " is missing: apt-get install " + packages;
        String demanded = System.getenv().getOrDefault("SECKEY_REQUIRE", "");
        if (Arrays.asList(demanded.split("\\s*,\\s*")).contains(id)) {
            fail(missing + " (SECKEY_REQUIRE demands it)");
        }
        abort(missing);
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean isFolderWith(Path folder, String program) {
        File[] versions = folder.toFile().listFiles();
        return versions != null && Arrays.stream(versions).anyMatch(version -> new File(version, program).canExecute());
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
