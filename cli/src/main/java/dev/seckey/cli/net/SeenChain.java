package dev.seckey.cli.net;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The certificates that the last server showed, believed or not: who really answered. */
public final class SeenChain {
    private final AtomicReference<List<X509Certificate>> last = new AtomicReference<>(List.of());

    void see(X509Certificate... chain) {
        last.set(List.of(chain));
    }

    /** The server's own first; empty if none was seen. */
    public List<X509Certificate> certificates() {
        return last.get();
    }

    /** The authority that the whole chain hangs from, as the last certificate names it. */
    public Optional<String> authority() {
        List<X509Certificate> chain = certificates();
        return chain.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        chain.get(chain.size() - 1).getIssuerX500Principal().getName());
    }
}
