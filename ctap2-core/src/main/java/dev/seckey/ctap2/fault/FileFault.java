package dev.seckey.ctap2.fault;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A file or a database could not be read or written; what was there before is still there. */
public final class FileFault extends Fault {
    private static final long serialVersionUID = 1L;

    public FileFault(String message) {
        this(message, null, (Throwable) null);
    }

    /** @param hint what to do about it */
    public FileFault(String message, String hint) {
        this(message, hint, (Throwable) null);
    }

    /** @param what could not be done, such as "cannot read FILE": why not is added */
    public FileFault(String what, IOException cause) {
        this(what, null, cause);
    }

    /** @param what could not be done: why not is added. @param hint what to do about it */
    public FileFault(String what, String hint, IOException cause) {
        this(what + ": " + why(cause), hint, (Throwable) cause);
    }

    public FileFault(String message, Throwable cause) {
        this(message, null, cause);
    }

    /** @param hint what to do about it */
    public FileFault(String message, String hint, Throwable cause) {
        super(Reason.FILE, message, hint, cause);
    }

    /** Its message alone is often only a path. */
    private static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "the operating system does not allow it";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "something of that name is there already";
        }
        if (e instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        if (isFull(e)) {
            return "the disk is full";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(e.getMessage());
    }

    /** As Linux and macOS, and as Windows say it. */
    private static boolean isFull(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left on device") || message.contains("not enough space on the disk");
    }
}
