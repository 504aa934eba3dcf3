package dev.seckey.ctap2.yubico;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/** A link whose pages are the test's, and which remembers what was written. */
final class Pages implements ManagementLink {
    private final List<Bytes> pages;
    final List<Bytes> written = new ArrayList<>();

    /** @param members of each page, without the length in front */
    Pages(String... members) {
        pages = List.of(members).stream().map(Pages::page).toList();
    }

    private static Bytes page(String members) {
        Bytes octets = Bytes.fromHex(members);
        return Bytes.ofInts(octets.size()).plus(octets);
    }

    @Override
    public Bytes read(int page) {
        return pages.get(page);
    }

    @Override
    public void write(Bytes config) {
        written.add(config);
    }
}
