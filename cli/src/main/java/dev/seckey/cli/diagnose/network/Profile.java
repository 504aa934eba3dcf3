package dev.seckey.cli.diagnose.network;

import java.net.URI;
import java.util.List;

/** What a service needs of a network. */
public record Profile(String title, List<Endpoint> endpoints, List<Inbound> inbound) {
    /** Built in. */
    public static final String NHS_CIS2 = "nhs-cis2";

    /**
     * What must be reached from here.
     *
     * @param url of https
     * @param statuses what it answers when it is well; empty: anything below 400
     */
    public record Endpoint(String name, URI url, List<Integer> statuses) {
        private static final int HTTPS_PORT = 443;
        private static final int LEAST_ERROR = 400;

        String host() {
            return url.getHost();
        }

        int port() {
            return url.getPort() < 0 ? HTTPS_PORT : url.getPort();
        }

        /** "host:port". */
        String place() {
            return host() + ":" + port();
        }

        boolean expects(int status) {
            return statuses.isEmpty() ? status < LEAST_ERROR : statuses.contains(status);
        }
    }

    /** Where calls come from. */
    public record Inbound(String name, List<AddressRange> ranges) {}
}
