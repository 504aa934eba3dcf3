package dev.seckey.cli.diagnose.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that follow one another, of IPv4 or of IPv6.
 *
 * @param text as it was written
 * @param bits 32 or 128
 * @param first as a number
 * @param last as a number
 */
public record AddressRange(String text, int bits, BigInteger first, BigInteger last) {
    private static final Pattern PREFIX = Pattern.compile("([0-9a-fA-F:.]+)(?:/(\\d{1,3}))?");
    private static final Pattern SPAN = Pattern.compile("([0-9.]+)\\s*-\\s*([0-9.]+)");
    private static final Pattern MASK = Pattern.compile("([0-9.]+)[ /]+(255\\.[0-9.]+)");

    /** One address, 192.0.2.0/24 (CIDR), 192.0.2.0-192.0.2.9, or 192.0.2.0 255.255.255.0. */
    public static Optional<AddressRange> parse(String written) {
        String text = written.strip();
        Matcher mask = MASK.matcher(text);
        if (mask.matches()) {
            return address(mask.group(2))
                    .map(octets -> new BigInteger(1, octets))
                    .flatMap(number -> prefixed(text, mask.group(1), number.bitCount()));
        }
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            return address(span.group(1)).flatMap(from -> address(span.group(2)).map(to -> span(text, from, to)));
        }
        Matcher prefix = PREFIX.matcher(text);
        return prefix.matches()
                ? prefixed(text, prefix.group(1), prefix.group(2) == null ? -1 : Integer.parseInt(prefix.group(2)))
                : Optional.empty();
    }

    private static AddressRange span(String text, byte[] from, byte[] to) {
        return new AddressRange(text, from.length * 8, new BigInteger(1, from), new BigInteger(1, to));
    }

    /** @param length of the prefix in bits; negative: all of them */
    private static Optional<AddressRange> prefixed(String text, String address, int length) {
        return address(address).filter(octets -> length <= octets.length * 8).map(octets -> {
            int bits = octets.length * 8;
            int free = length < 0 ? 0 : bits - length;
            BigInteger first = new BigInteger(1, octets).shiftRight(free).shiftLeft(free);
            return new AddressRange(
                    text, bits, first, first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE));
        });
    }

    /** Never asks the name service: only what looks like an address is tried. */
    private static Optional<byte[]> address(String text) {
        boolean four = text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        boolean six = text.contains(":") && text.matches("[0-9a-fA-F:.]+");
        try {
            return four || six ? Optional.of(InetAddress.getByName(text).getAddress()) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean meets(AddressRange other) {
        return bits == other.bits && first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
