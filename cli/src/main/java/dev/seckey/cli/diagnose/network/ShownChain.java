package dev.seckey.cli.diagnose.network;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509TrustManager;

/**
 * Takes every certificate, in order to look at it: who intercepts a connection can only be named if the handshake goes on.
 * What is sent after it is a public address and nothing else.
 */
final class ShownChain implements X509TrustManager {
    private List<X509Certificate> chain = List.of();

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type) {
        chain = List.of(shown);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type) {
        throw new IllegalStateException("there are no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /** The server's own first. */
    List<X509Certificate> certificates() {
        return chain;
    }
}
