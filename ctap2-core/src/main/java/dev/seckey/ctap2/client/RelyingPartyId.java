package dev.seckey.ctap2.client;

import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which relying party an origin may speak for (WebAuthn Level 3 §5.1.3 step 8): its own host, or a domain above it. Which
 * domains belong to registries (the public suffix list) is not known here; a single label is refused in their place.
 */
public final class RelyingPartyId {
    private static final String LOCALHOST = "localhost";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*");

    private RelyingPartyId() {}

    /**
     * The host of an origin: what stands for the RP id where none is given.
     *
     * @throws MalformedFault if it is no origin that WebAuthn allows: https, or http on localhost
     */
    public static String ofOrigin(String origin) {
        URI uri = parse(origin);
        String host = uri.getHost();
        boolean bare = (uri.getPath() == null || uri.getPath().isEmpty())
                && uri.getQuery() == null
                && uri.getFragment() == null
                && uri.getUserInfo() == null;
        if (host == null || !bare) {
            throw malformed("\"" + origin + "\" is no origin, such as https://login.example.org");
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean secure = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isLocal(name);
        if (!secure) {
            throw malformed("the origin \"" + origin + "\" is not https");
        }
        if (ADDRESS.matcher(name).matches()) {
            throw malformed("the origin \"" + origin + "\" names an address, and WebAuthn wants a domain");
        }
        return name;
    }

    /** @throws MalformedFault if the origin may not use this RP id */
    public static void require(String rpId, String origin) {
        String host = ofOrigin(origin);
        boolean above = host.endsWith("." + rpId) && (rpId.contains(".") || rpId.equals(LOCALHOST));
        if (rpId.isEmpty() || !host.equals(rpId) && !above) {
            throw malformed("the origin \"" + origin + "\" may not use the RP id \"" + rpId + "\"");
        }
    }

    private static boolean isLocal(String host) {
        return host.equals(LOCALHOST) || host.endsWith("." + LOCALHOST);
    }

    private static URI parse(String origin) {
        try {
            return new URI(origin);
        } catch (URISyntaxException e) {
            throw new MalformedFault(CtapStatus.INVALID_PARAMETER, "\"" + origin + "\" is no origin", e);
        }
    }

    private static MalformedFault malformed(String message) {
        return new MalformedFault(CtapStatus.INVALID_PARAMETER, message);
    }
}
