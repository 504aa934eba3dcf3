package dev.seckey.cli.handover;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.files.DurableFile;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.pinuv.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** PINs in a folder, one encrypted file each. */
public final class HandoverFolder implements PinStore {
    /** What such a file's name ends in. */
    public static final String SUFFIX = ".p7m";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final List<X509Certificate> recipients;
    private final CmsEnvelope envelope;
    private final Clock clock;

    private HandoverFolder(Path folder, List<X509Certificate> recipients, SecureRandom random, Clock clock) {
        this.folder = folder;
        this.recipients = List.copyOf(recipients);
        this.envelope = new CmsEnvelope(random);
        this.clock = clock;
    }

    /**
     * Makes the folder if need be and tries it out, so that what would stop a batch is known before its first key.
     *
     * @param recipients whoever is to open the files; at least one
     * @throws UsageException if nothing can be encrypted to one of them
     * @throws FileFault if nothing can be written there
     */
    public static HandoverFolder open(Path folder, List<X509Certificate> recipients, SecureRandom random, Clock clock) {
        for (X509Certificate recipient : recipients) {
            CmsEnvelope.requireUsable(recipient);
            requireValid(recipient, clock.instant());
        }
        HandoverFolder store = new HandoverFolder(folder, recipients, random, clock);
        try {
            Files.createDirectories(folder);
            DurableFile.tryOut(folder, ROOM);
        } catch (IOException e) {
            throw new FileFault("PINs cannot be kept in " + folder, e);
        }
        return store;
    }

    private static void requireValid(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw new UsageException(
                    "the certificate of "
                            + certificate.getSubjectX500Principal().getName() + " is not valid today",
                    "take another one for --encrypt-to");
        }
    }

    @Override
    public Stored store(KeyIdentity key, Optional<Person> person, Pin pin) {
        Instant now = clock.instant();
        String name = key.asset().or(key::serial).orElse(key.id()).replaceAll("[^A-Za-z0-9._-]", "_");
        try (Secret content = PinDocument.write(now, key, person, pin)) {
            byte[] sealed = envelope.seal(content, recipients);
            Path file = free(name + "-" + STAMP.format(now));
            DurableFile.create(file, sealed);
            return new Stored(
                    file.getFileName().toString(), Optional.of(Bytes.of(sealed).sha256()));
        } catch (IOException e) {
            throw new FileFault("the PIN cannot be kept in " + folder, AGAIN, e);
        }
    }

    /** A name that is not taken: what was kept for this key a moment ago stays. */
    private Path free(String name) {
        Path file = folder.resolve(name + SUFFIX);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + SUFFIX);
        }
        return file;
    }

    @Override
    public void close() {
        // each file is closed as soon as it is written
    }
}
