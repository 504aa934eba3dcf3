package dev.seckey.cli.handover;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Spreadsheet;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.files.DurableFile;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.pinuv.Secret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PINs in clear, when that is what was asked for: one CSV file that only its owner can read, a line a key. */
public final class PlainPins implements PinStore {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final byte[] HEADER = "key,serial,asset,person id,name,pin\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final String CANNOT = "PINs cannot be written into ";

    private final Path file;
    private final FileChannel out;

    private PlainPins(Path file, FileChannel out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Goes on at the end of a file that is there.
     *
     * @throws UsageException if others can read that file
     * @throws FileFault if it cannot be written
     */
    public static PlainPins open(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("it is a folder");
            }
            DurableFile.tryOut(file.toAbsolutePath().getParent(), ROOM);
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (!Files.exists(file)) {
                Path created = posix
                        ? Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER))
                        : Files.createFile(file);
                Files.write(created, HEADER);
                DurableFile.syncFolder(file.toAbsolutePath().getParent());
            } else if (posix && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new UsageException("others can read " + file, "chmod 600 it, or name a new file");
            }
            return new PlainPins(file, FileChannel.open(file, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new FileFault(CANNOT + file, e);
        }
    }

    @Override
    public Stored store(KeyIdentity key, Optional<Person> person, Pin pin) {
        byte[] line = line(key, person, pin);
        try {
            DurableFile.write(out, line);
            return new Stored(file.getFileName().toString(), Optional.empty());
        } catch (IOException e) {
            throw new FileFault(CANNOT + file, AGAIN, e);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private static byte[] line(KeyIdentity key, Optional<Person> person, Pin pin) {
        String before = Stream.of(
                        key.id(),
                        key.serial().orElse(""),
                        key.asset().orElse(""),
                        person.map(Person::id).orElse(""),
                        person.map(Person::name).orElse(""))
                .map(field -> "\"" + Spreadsheet.harmless(field).replace("\"", "\"\"") + "\",")
                .collect(Collectors.joining());
        WipedStream text = new WipedStream();
        text.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        text.write('"');
        try (Secret utf8 = pin.utf8()) {
            for (byte octet : utf8.expose()) {
                if (octet == '"') {
                    text.write('"');
                }
                text.write(octet);
            }
            text.writeBytes("\"\r\n".getBytes(StandardCharsets.US_ASCII));
            return text.toByteArray();
        } finally {
            text.wipe();
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new FileFault(CANNOT + file, e);
        }
    }
}
