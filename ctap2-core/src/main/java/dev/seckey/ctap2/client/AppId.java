package dev.seckey.ctap2.client;

import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address by which a relying party knew its keys in the days of U2F (WebAuthn Level 3 §10.1.1, §10.1.2). It must be
 * of the relying party's own domain: lists of facets that stand elsewhere are not fetched.
 */
final class AppId {
    private AppId() {}

    /**
     * @param given empty: the origin itself stands for it
     * @throws MalformedFault if the relying party may not use it
     */
    static String require(String given, String rpId, String origin) {
        if (given.isEmpty() || given.equals(origin)) {
            return origin;
        }
        String host = httpsHost(given).orElseThrow(() -> malformed("the AppID \"" + given + "\" is no https address"));
        if (!host.equals(rpId) && !host.endsWith("." + rpId)) {
            RelyingPartyId.require(host, origin);
        }
        return given;
    }

    private static Optional<String> httpsHost(String address) {
        try {
            URI uri = new URI(address);
            return "https".equals(uri.getScheme())
                    ? Optional.ofNullable(uri.getHost()).map(host -> host.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static MalformedFault malformed(String message) {
        return new MalformedFault(CtapStatus.INVALID_PARAMETER, message);
    }
}
