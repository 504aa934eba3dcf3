package dev.seckey.transports.usb;

import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Finds FIDO devices in Linux's /sys/class/hidraw, without native code and without opening any. */
final class SysfsListing implements UsbListing {
    private static final int LEVELS_UP_TO_USB_DEVICE = 3;

    private final Path root;
    private final AccessAdvice advice;
    private final Predicate<Path> openable;

    /**
     * @param root what stands for "/"
     * @param openable whether this user may read and write a device file
     */
    SysfsListing(Path root, AccessAdvice advice, Predicate<Path> openable) {
        this.root = root;
        this.advice = advice;
        this.openable = openable;
    }

    static boolean readableAndWritable(Path node) {
        return Files.isReadable(node) && Files.isWritable(node);
    }

    @Override
    public List<KeyRef> list() {
        List<KeyRef> keys = new ArrayList<>();
        for (Path entry : entries()) {
            try {
                Path device = entry.resolve("device").toRealPath();
                if (ReportDescriptor.isFido(Files.readAllBytes(device.resolve("report_descriptor")))) {
                    keys.add(describe(entry.getFileName().toString(), device));
                }
            } catch (IOException e) {
                // pulled out while we looked: then it is not there
            }
        }
        return keys;
    }

    private List<Path> entries() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root.resolve("sys/class/hidraw"))) {
            stream.forEach(found::add);
        } catch (IOException e) {
            // no such folder: a kernel without hidraw has no keys
        }
        found.sort(SysfsListing::inOrder);
        return found;
    }

    /** hidraw9 before hidraw10. A comparator put together of others would cost the start of every listing some ms. */
    private static int inOrder(Path one, Path other) {
        String name = one.toString();
        String otherName = other.toString();
        return name.length() == otherName.length() ? name.compareTo(otherName) : name.length() - otherName.length();
    }

    private KeyRef describe(String name, Path device) throws IOException {
        Map<String, String> uevent = uevent(device);
        Optional<Path> usb = usbDevice(device);
        String[] id = uevent.getOrDefault("HID_ID", "").split(":");
        return new KeyRef(
                Transport.USB,
                "/dev/" + name,
                text(usb, "product").orElse(uevent.getOrDefault("HID_NAME", "").strip()),
                text(usb, "manufacturer").orElse(""),
                text(usb, "serial")
                        .or(() -> Optional.of(
                                        uevent.getOrDefault("HID_UNIQ", "").strip())
                                .filter(unique -> !unique.isEmpty())),
                hexNumber(id, 1),
                hexNumber(id, 2),
                obstacle(root.resolve("dev").resolve(name), "/dev/" + name));
    }

    private Optional<Obstacle> obstacle(Path node, String path) {
        if (!Files.exists(node)) {
            return Optional.of(advice.usbNodeMissing(path));
        }
        return openable.test(node) ? Optional.empty() : Optional.of(advice.usbDenied(path));
    }

    private static Map<String, String> uevent(Path device) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (String line : decode(device.resolve("uevent")).split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values;
    }

    /** The HID device hangs below a USB interface, which hangs below the USB device; a uhid device has neither. */
    private static Optional<Path> usbDevice(Path device) {
        Path above = device;
        for (int i = 0; i < LEVELS_UP_TO_USB_DEVICE && above != null; i++) {
            if (Files.exists(above.resolve("idVendor"))) {
                return Optional.of(above);
            }
            above = above.getParent();
        }
        return Optional.empty();
    }

    private static Optional<String> text(Optional<Path> folder, String name) {
        return folder.flatMap(path -> {
            try {
                return Optional.of(decode(path.resolve(name)).strip()).filter(value -> !value.isEmpty());
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    /** Devices name themselves in whatever bytes they like: broken UTF-8 must not hide a key. */
    private static String decode(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static OptionalInt hexNumber(String[] parts, int index) {
        try {
            return OptionalInt.of(Integer.parseInt(parts[index], 16) & 0xffff);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
