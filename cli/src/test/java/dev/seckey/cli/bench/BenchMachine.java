package dev.seckey.cli.bench;

import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.diagnose.Programs;
import dev.seckey.cli.diagnose.Resolver;
import dev.seckey.transports.Os;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A computer of a test's making: its files in a folder, its programs and its name service in words. */
public final class BenchMachine {
    /** What CTAPHID devices say of their reports: usage page F1D0, usage 1. */
    private static final byte[] FIDO_REPORT = {
        0x06, (byte) 0xd0, (byte) 0xf1, 0x09, 0x01, (byte) 0xa1, 0x01, (byte) 0xc0
    };

    private final Path root;
    private final Set<Path> closed = new HashSet<>();
    private final Map<String, String> programs = new HashMap<>();
    private Os os = Os.LINUX;
    private Resolver resolver = name -> {
        throw new UnknownHostException(name);
    };

    /** @param root an empty folder */
    public BenchMachine(Path root) {
        this.root = root;
    }

    /** Nothing is on it. */
    static Machine empty() {
        return new BenchMachine(Path.of("/nowhere")).machine();
    }

    public BenchMachine with(Os system) {
        os = system;
        return this;
    }

    public BenchMachine with(Resolver names) {
        resolver = names;
        return this;
    }

    /** @param command as it is typed */
    public BenchMachine program(String command, String says) {
        programs.put(command, says);
        return this;
    }

    /** @param path from "/" */
    public BenchMachine file(String path, String content) {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private BenchMachine write(String path, byte[] content) {
        try {
            Path file = root.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BenchMachine remove(String path) {
        try {
            Files.delete(root.resolve(path.substring(1)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A security key that this user may open. @param vendor four hexadecimal digits */
    public BenchMachine key(String node, String vendor, String product) {
        String device = "/sys/class/hidraw/" + node + "/device/";
        write(device + "report_descriptor", FIDO_REPORT);
        file(device + "uevent", "HID_ID=0003:0000" + vendor + ":00000407\nHID_NAME=" + product + "\n");
        file("/sys/class/hidraw/" + node + "/dev", "240:" + node.replace("hidraw", "") + "\n");
        return file("/dev/" + node, "");
    }

    /** A security key that this user may not open. */
    public BenchMachine closedKey(String node, String vendor, String product) {
        key(node, vendor, product);
        closed.add(root.resolve("dev").resolve(node));
        return this;
    }

    /** udev's rules know security keys. */
    public BenchMachine rules() {
        return file(
                "/usr/lib/udev/rules.d/60-fido-id.rules",
                "SUBSYSTEM==\"hidraw\", IMPORT{builtin}=\"hwdb\"\nIMPORT{program}=\"fido_id\"\n");
    }

    /** udev has marked the device for who sits at the screen. */
    public BenchMachine handedOut(String node) {
        return file(
                "/run/udev/data/c240:" + node.replace("hidraw", ""), "E:ID_FIDO_TOKEN=1\nG:uaccess\nQ:uaccess\nV:1\n");
    }

    /** A program that runs. @param open the files that it has open */
    public BenchMachine running(long pid, String name, String... open) {
        file("/proc/" + pid + "/comm", name + "\n");
        for (int i = 0; i < open.length; i++) {
            try {
                Path descriptors = root.resolve("proc/" + pid + "/fd");
                Files.createDirectories(descriptors);
                Files.createSymbolicLink(descriptors.resolve(Integer.toString(i)), Path.of(open[i]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    public Machine machine() {
        Programs all = command -> Optional.ofNullable(programs.get(String.join(" ", command)));
        return new Machine(os, root, node -> Files.exists(node) && !closed.contains(node), all, resolver);
    }
}
