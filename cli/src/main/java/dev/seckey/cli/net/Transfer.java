package dev.seckey.cli.net;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** One answer on its way into a file, cut off where it grows too large. */
final class Transfer implements HttpResponse.BodyHandler<Long>, HttpResponse.BodySubscriber<Long> {
    private final FileChannel file;
    private final long most;
    private final CompletableFuture<Long> whole = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private volatile long received;
    private volatile OptionalLong announced = OptionalLong.empty();

    /** More than the limit. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The file itself cannot be written. */
    static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException why;

        Unwritable(IOException why) {
            super(why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    /** @param most bytes */
    Transfer(Path target, long most) throws IOException {
        this.file = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        this.most = most;
    }

    /** Bytes so far. */
    long received() {
        return received;
    }

    /** Bytes in all, if the server says so. */
    OptionalLong announced() {
        return announced;
    }

    void close() throws IOException {
        file.close();
    }

    @Override
    public HttpResponse.BodySubscriber<Long> apply(HttpResponse.ResponseInfo info) {
        announced = info.headers().firstValueAsLong("content-length");
        return this;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (announced.orElse(0) > most) {
            fail(new TooLarge());
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (whole.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                received += buffer.remaining();
                if (received > most) {
                    fail(new TooLarge());
                    return;
                }
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            }
        } catch (IOException e) {
            fail(new Unwritable(e));
        }
    }

    private void fail(IOException e) {
        subscription.cancel();
        whole.completeExceptionally(e);
    }

    @Override
    public void onError(Throwable thrown) {
        whole.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        whole.complete(received);
    }
}
