package dev.seckey.cli.users;

import dev.seckey.cli.UsageException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The characters of a users' file. Closing wipes them. */
final class UsersText implements AutoCloseable {
    /** What stands where bytes were no characters. */
    static final char LOST = '\uFFFD';

    private final CharBuffer chars;

    /** @param bytes wiped here */
    UsersText(byte[] bytes, UsersOptions options) {
        try {
            if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
                throw new UsageException(
                        "the users' file is in UTF-16", "save it as \"CSV UTF-8\", which Excel has in its list");
            }
            boolean mark = startsWith(bytes, 0xEF, 0xBB, 0xBF);
            int start = mark ? 3 : 0;
            CharsetDecoder decoder = (mark ? StandardCharsets.UTF_8 : options.encoding())
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
            chars = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
            decoder.decode(ByteBuffer.wrap(bytes, start, bytes.length - start), chars, true);
            chars.flip();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    CharBuffer chars() {
        return chars.duplicate();
    }

    /** The separator of the first line: the one of comma, semicolon and TAB that stands there most often. */
    char separator() {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < chars.limit() && (quoted || chars.get(i) != '\n'); i++) {
            char each = chars.get(i);
            quoted ^= each == '"';
            int which = ",;\t".indexOf(each);
            if (!quoted && which >= 0) {
                counts[which]++;
            }
        }
        int most = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[most] ? 2 : most);
    }

    @Override
    public void close() {
        Arrays.fill(chars.array(), '\0');
    }
}
