package dev.seckey.ctap2.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileFaultTest {
    @ParameterizedTest
    @MethodSource("causes")
    void itSaysWhyInWords(IOException cause, String why) {
        assertEquals("cannot read it: " + why, new FileFault("cannot read it", cause).getMessage());
    }

    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/a/path"), "there is no such file or folder"),
                Arguments.of(new AccessDeniedException("/a/path"), "the operating system does not allow it"),
                Arguments.of(new FileAlreadyExistsException("/a/path"), "something of that name is there already"),
                Arguments.of(new MalformedInputException(1), "it is no text in UTF-8"),
                Arguments.of(new FileSystemException("/a/path", null, "Not a directory"), "Not a directory"),
                Arguments.of(new IOException("Is a directory"), "Is a directory"));
    }
}
