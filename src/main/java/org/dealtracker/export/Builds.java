package org.dealtracker.export;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dealtracker.evidence.Examination;
import org.dealtracker.export.FileCache.Side;
import org.dealtracker.export.Product.Made;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.log.Connected;
import org.dealtracker.log.Listings;
import org.dealtracker.log.Records;
import org.jboss.logging.Logger;

/**
 * Makes files: each once, however many ask for it, and two at a time, so that readers and writers are not in their way.
 * Who has to wait holds no thread meanwhile.
 */
@ApplicationScoped
class Builds {
    private static final Logger LOG = Logger.getLogger(Builds.class);
    private static final int AT_A_TIME = 2;

    /** Past this many that wait, whoever comes is told to come again. */
    private static final int MOST_WAITING = 50;

    private final ExportSettings settings;
    private final Connected connected;
    private final Listings listings;
    private final Records records;
    private final Examination examination;
    private final Map<String, Building> running = new HashMap<>();
    /** What went wrong is told for a while to those who asked for it as a job. */
    private final Cache<String, Building> failed = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private FileCache files;
    private ThreadPoolExecutor builders;
    private ExecutorService readers;

    Builds(ExportSettings settings, Connected connected, Listings listings, Records records, Examination examination) {
        this.settings = settings;
        this.connected = connected;
        this.listings = listings;
        this.records = records;
        this.examination = examination;
    }

    /** A file that is being made, or could not be. */
    static final class Building {
        private final Order order;
        private final Progress progress = new Progress();
        private final CompletableFuture<BuiltFile> file = new CompletableFuture<>();
        private final AtomicBoolean begun = new AtomicBoolean();

        Building(Order order) {
            this.order = order;
        }

        Order order() {
            return order;
        }

        Progress progress() {
            return progress;
        }

        CompletableFuture<BuiltFile> file() {
            return file;
        }

        boolean isBegun() {
            return begun.get();
        }
    }

    /** At start, so that what a crash left half made is cleared even where nobody exports. */
    void open(@Observes StartupEvent start) {
        try {
            files = new FileCache(
                    settings.data().resolve("exports"),
                    settings.exports().quota().asLongValue(),
                    System::currentTimeMillis);
        } catch (IOException e) {
            LOG.warnf("There are no exports: the directory %s cannot be written: %s", settings.data(), e);
            return;
        }
        builders = new ThreadPoolExecutor(
                AT_A_TIME,
                AT_A_TIME,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(MOST_WAITING),
                named("export-build"));
        builders.allowCoreThreadTimeOut(true);
        readers = Executors.newCachedThreadPool(named("export-read"));
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @PreDestroy
    void close() {
        if (files != null) {
            builders.shutdownNow();
            readers.shutdownNow();
        }
    }

    /**
     * The file if it is there already, else null.
     *
     * @throws Problem 503 where there is no place for files
     */
    BuiltFile ready(String key) {
        if (files == null) {
            throw new Problem(ProblemType.UNAVAILABLE, "This service has no place to keep exports in.");
        }
        return files.get(key);
    }

    /** Whoever makes the file of this key, or could not; null where nobody was asked for it. */
    Building building(String key) {
        synchronized (running) {
            Building found = running.get(key);
            return found != null ? found : failed.getIfPresent(key);
        }
    }

    /**
     * The file of an order, now or later.
     *
     * @throws Problem 503 when too many wait already
     */
    CompletableFuture<BuiltFile> get(Order order) {
        String key = order.key();
        BuiltFile ready = ready(key);
        return ready != null
                ? CompletableFuture.completedFuture(ready)
                : begin(order, key).file();
    }

    /** Begins to make a file, unless somebody does already. */
    Building begin(Order order, String key) {
        synchronized (running) {
            Building there = running.get(key);
            if (there != null) {
                return there;
            }
            Building building = new Building(order);
            try {
                builders.execute(() -> build(building, key));
            } catch (RejectedExecutionException e) {
                throw new Problem(ProblemType.UNAVAILABLE, "Many exports are being made; ask again in a while.")
                        .header(HttpHeaders.RETRY_AFTER, "30");
            }
            running.put(key, building);
            return building;
        }
    }

    private void build(Building building, String key) {
        building.begun.set(true);
        BuiltFile made = null;
        Throwable fault = null;
        try {
            // Somebody may have made it between the look for it and this one's turn.
            made = files.get(key);
            if (made == null) {
                made = make(building, key);
            }
        } catch (IOException | RuntimeException | Error e) {
            fault = e;
            LOG.warnf(
                    e,
                    "The export %s could not be made",
                    building.order().about().export());
        }
        synchronized (running) {
            running.remove(key);
            if (fault != null) {
                failed.put(key, building);
            } else {
                failed.invalidate(key);
            }
        }
        if (fault == null) {
            building.file.complete(made);
        } else {
            building.file.completeExceptionally(told(fault));
        }
    }

    /** A database that is away has an answer of its own; a disk that is full or broken is ours to mend. */
    private static Throwable told(Throwable fault) {
        return fault instanceof RuntimeException && !(fault instanceof UncheckedIOException)
                ? fault
                : new Problem(ProblemType.UNAVAILABLE, "This export cannot be made at the moment.")
                        .header(HttpHeaders.RETRY_AFTER, "60");
    }

    private BuiltFile make(Building building, String key) throws IOException {
        Order order = building.order();
        long n = order.about().n();
        Path workshop = files.workshop(key);
        try {
            Path file = workshop.resolve("file");
            Material material = new Material(
                    order.about(),
                    new Selection(connected, order.narrowing(), n),
                    new Surroundings(records, examination, n, order.onDate()),
                    listings,
                    readers,
                    building.progress());
            Made made = order.product().maker().make(file, material);
            Side side = new Side(
                    order.about().export(),
                    order.about().address(),
                    Files.size(file),
                    Hashing.of(file),
                    made.rows(),
                    made.data());
            return files.publish(key, file, side);
        } finally {
            clear(workshop);
        }
    }

    private static void clear(Path workshop) {
        try {
            FileCache.deleteTree(workshop);
        } catch (IOException e) {
            LOG.warnf(e, "What is left of an export cannot be deleted");
        }
    }
}
