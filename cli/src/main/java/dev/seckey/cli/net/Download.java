package dev.seckey.cli.net;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.transport.Deadline;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches one document into a file, or says that the one known already is still the newest. */
public final class Download {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int PROXY_LOGIN = 407;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** However slowly it comes. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Https https;
    private final Waiting waiting;
    private final String userAgent;

    /** @param userAgent names us to the server (RFC 9110 §10.1.5) */
    public Download(Https https, Waiting waiting, String userAgent) {
        this.https = https;
        this.waiting = waiting;
        this.userAgent = userAgent;
    }

    /**
     * What came.
     *
     * @param fresh false: the document that the caller has is still the newest, and the file is empty
     * @param etag what the server calls this version (RFC 9110 §8.8.3)
     */
    public record Answer(boolean fresh, Optional<String> etag) {}

    /**
     * @param known the ETag of what the caller has
     * @param target written over
     * @param most bytes
     * @throws Fault NetworkFault, FileFault, or cancelled: what is in the target is then worth nothing
     */
    public Answer fetch(Optional<String> known, Path target, long most, Progress progress) {
        BackOff backOff = new BackOff();
        while (true) {
            HttpResponse<Long> response = once(known, target, most, progress);
            switch (response.statusCode()) {
                case OK -> {
                    return new Answer(true, response.headers().firstValue("etag"));
                }
                case NOT_MODIFIED -> {
                    return new Answer(false, known);
                }
                case TOO_MANY_REQUESTS, UNAVAILABLE -> waitOrGiveUp(response, backOff);
                case PROXY_LOGIN -> throw https.wantsLogin(response);
                default -> throw https.fault(describe(response));
            }
        }
    }

    private void waitOrGiveUp(HttpResponse<?> response, BackOff backOff) {
        Duration wait = backOff.next(response.headers(), waiting.clock().instant())
                .orElseThrow(() -> https.fault(https.host() + " is too busy (" + response.statusCode() + ")"
                        + BackOff.asked(response.headers(), waiting.clock().instant())
                                .filter(asked -> !asked.isZero())
                                .map(asked -> ": it asks to be left alone for " + asked.toSeconds() + " seconds")
                                .orElse("")));
        waiting.sleep(wait);
    }

    private String describe(HttpResponse<?> response) {
        int status = response.statusCode();
        return response.headers()
                .firstValue("location")
                .filter(place -> status / 100 == 3)
                .map(place -> https.host() + " sends us on to " + place + ", which is not followed")
                .orElse(https.host() + " answers with status " + status);
    }

    private HttpResponse<Long> once(Optional<String> known, Path target, long most, Progress progress) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(https.address()).GET().header("User-Agent", userAgent);
        known.ifPresent(etag -> request.header("If-None-Match", etag));
        try {
            Transfer transfer = new Transfer(target, most);
            try {
                return await(https.client().sendAsync(request.build(), transfer), transfer, progress);
            } finally {
                transfer.close();
            }
        } catch (IOException e) {
            throw new FileFault("cannot write " + target, e);
        }
    }

    private HttpResponse<Long> await(
            CompletableFuture<HttpResponse<Long>> answer, Transfer transfer, Progress progress) {
        Deadline end = Deadline.after(waiting.ticker(), LONGEST);
        Deadline silence = waiting.silenceFromNow();
        long received = 0;
        try {
            while (true) {
                waiting.checkCancelled();
                if (silence.isPast() || end.isPast()) {
                    throw https.fault("nothing more comes from " + https.host());
                }
                try {
                    return answer.get(Waiting.SLICE, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (transfer.received() > received) {
                        received = transfer.received();
                        silence = waiting.silenceFromNow();
                        progress.at(received, transfer.announced());
                    }
                }
            }
        } catch (ExecutionException e) {
            throw explain(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw https.fault("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private Fault explain(Throwable thrown) {
        if (thrown instanceof Transfer.TooLarge) {
            return https.fault("what " + https.host() + " sends is larger than it can be");
        }
        if (thrown instanceof Transfer.Unwritable unwritable) {
            return new FileFault("the download cannot be stored", unwritable.why());
        }
        return https.explain(thrown);
    }
}
