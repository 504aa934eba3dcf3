package dev.seckey.cli.diagnose.network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The beginning of an HTTP answer: all that a probe wants to know, read byte by byte, so that a tunnel can begin after it. */
record HttpHead(String line, int status, String headers) {
    static final int PROXY_LOGIN = 407;

    private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3}).*");
    private static final int MOST = 1 << 16;

    /** @throws IOException also if what comes is no HTTP */
    static HttpHead exchange(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        String text = head(socket.getInputStream());
        String line = text.lines().findFirst().orElse("");
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new IOException("what comes is no answer of a web server");
        }
        return new HttpHead(line, Integer.parseInt(status.group(1)), text);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n", text.length() - 4) < 0 && text.length() < MOST) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("the connection was closed without an answer");
            }
            text.append((char) octet);
        }
        return text.toString();
    }

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.lines()
                .filter(each -> each.toLowerCase(Locale.ROOT).startsWith(start))
                .map(each -> each.substring(start.length()).strip())
                .findFirst();
    }
}
