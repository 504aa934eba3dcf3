package dev.seckey.cli.virtual;

import dev.seckey.transports.virtual.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Simulated keys and all that makes them seen, each service on a thread of its own. When one ends, all do. */
public final class Rack implements Service {
    private final List<SimulatedKey> keys = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();

    /** Takes charge of a key. */
    public SimulatedKey put(SimulatedKey key) {
        keys.add(key);
        return key;
    }

    /** Takes charge of a service. */
    public <T extends Service> T put(T service) {
        services.add(service);
        return service;
    }

    /** Until the other side goes, or {@link #close}. */
    @Override
    public void run() {
        CompletionService<Optional<RuntimeException>> threads =
                new ExecutorCompletionService<>(Executors.newCachedThreadPool(task -> {
                    Thread made = new Thread(task, "simulated-key");
                    made.setDaemon(true);
                    return made;
                }));
        services.forEach(service -> threads.submit(() -> failure(service)));
        Optional<RuntimeException> first = next(threads);
        close();
        for (int i = 1; i < services.size(); i++) {
            next(threads);
        }
        first.ifPresent(failure -> {
            throw failure;
        });
    }

    private static Optional<RuntimeException> failure(Service service) {
        try {
            service.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static Optional<RuntimeException> next(CompletionService<Optional<RuntimeException>> threads) {
        try {
            return threads.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        services.forEach(Service::close);
        keys.forEach(SimulatedKey::close);
    }
}
