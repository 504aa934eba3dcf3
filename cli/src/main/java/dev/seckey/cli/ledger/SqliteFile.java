package dev.seckey.cli.ledger;

import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * A ledger in one file. It is written through a log beside it (write-ahead logging) that is on the disk at the end of each
 * transaction: neither a kill nor a power cut takes an event away that was reported as added.
 *
 * @param file need not exist
 */
record SqliteFile(Path file) implements Database {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    /** How long one process waits for another that writes, in milliseconds. */
    private static final int PATIENCE = 20_000;

    @Override
    public String title() {
        return file.toString();
    }

    /**
     * Before anything is done that is to be written down there.
     *
     * @param octets that must be free
     * @throws FileFault if they are not
     */
    void requireRoom(long octets) {
        try {
            long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
            if (free < octets) {
                throw new FileFault(
                        "the disk with the ledger " + title() + " is full: " + (free >> 10) + " KB are free",
                        "make room: a box of keys wants " + (octets >> 10) + " KB");
            }
        } catch (IOException e) {
            // SQLite will say better what is wrong with the folder
        }
    }

    /** Makes the empty file, if it is not there, as one that only its owner can read; SQLite's own beside it become likewise. */
    void makeOwnersOnly() {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
            }
        } catch (IOException e) {
            // it is there, or SQLite will say better why it cannot be
        }
    }

    @Override
    public DataSource source() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(PATIENCE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    @Override
    public String dialect() {
        return "sqlite";
    }

    /** The lock at once: two that first read and then both want to write would refuse each other. */
    @Override
    public String begin() {
        return "BEGIN IMMEDIATE";
    }

    @Override
    public boolean isCollision(SQLException e) {
        return primary(e) == SQLiteErrorCode.SQLITE_CONSTRAINT;
    }

    @Override
    public FileFault fault(String doing, SQLException e) {
        String hint = switch (primary(e)) {
            case SQLITE_FULL -> "the disk is full: make room, and run it again";
            case SQLITE_READONLY, SQLITE_PERM -> "the file, or its folder, can only be read";
            case SQLITE_CANTOPEN -> "is there such a folder, and may this account use it?";
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds the file: close it, and run it again";
            case SQLITE_NOTADB -> "the file is not a ledger; name another one with --ledger";
            case SQLITE_CORRUPT -> "the file is damaged: take a copy of it, and go on with a backup or a new one";
            case SQLITE_IOERR -> "the disk, or the way to it, failed: is there room left?";
            default -> String.valueOf(e.getMessage());
        };
        return new FileFault("cannot " + doing + " the ledger " + title(), hint, e);
    }

    /** The code without what SQLite adds to it in the higher bits. */
    private static SQLiteErrorCode primary(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    }
}
