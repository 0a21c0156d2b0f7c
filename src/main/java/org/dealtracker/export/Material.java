package org.dealtracker.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.dealtracker.http.Json;
import org.dealtracker.log.Listings;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.StorageException;

/**
 * The records that a file is made of, as of one entry of the log. They are read a handful at a time, the next ones while
 * those before them are written, each handful in a transaction of its own: what was written under a number never changes,
 * so that a file that takes a minute holds nothing up.
 */
final class Material {
    private static final int BATCH = 40;

    /** In bytes: few enough that a batch that was taken apart finds room beside the one before it. */
    private static final long ROOM = 2 << 20;

    private static final int ATTEMPTS = 4;
    private static final long MILLIS_BETWEEN = 500;

    private final About about;
    private final Selection selection;
    private final Surroundings surroundings;
    private final Listings listings;
    private final Executor reader;
    private final Progress progress;

    Material(
            About about,
            Selection selection,
            Surroundings surroundings,
            Listings listings,
            Executor reader,
            Progress progress) {
        this.about = about;
        this.selection = selection;
        this.surroundings = surroundings;
        this.listings = listings;
        this.reader = reader;
        this.progress = progress;
    }

    About about() {
        return about;
    }

    Surroundings around() {
        return surroundings;
    }

    /** Takes the rows of a table. */
    @FunctionalInterface
    interface Sink {
        void row(Object[] cells) throws IOException;
    }

    /** Takes the rows of several tables. */
    @FunctionalInterface
    interface TableSink {
        void row(Table<?> table, Object[] cells) throws IOException;
    }

    /** Takes the records of a kind. */
    @FunctionalInterface
    interface Taker {
        void record(RecordKind kind, ObjectNode document) throws IOException;
    }

    /**
     * Hands on the rows of a table, by kind of record and then in the order of slugs.
     *
     * @return how many there were
     */
    long rows(Extract<?> extract, Sink to) throws IOException {
        long[] rows = {0};
        each(extract.kinds(), extract.without(), (kind, document) -> {
            List<Object[]> taken = new ArrayList<>();
            extract.cells(kind, document, surroundings, taken::add);
            for (Object[] cells : taken) {
                to.row(cells);
            }
            rows[0] += taken.size();
        });
        return rows[0];
    }

    /** Hands on the rows of several tables: each record is read once, for all tables that tell of it. */
    void rows(List<Extract<?>> extracts, TableSink to) throws IOException {
        each(List.of(RecordKind.values()), (kind, document) -> {
            for (Extract<?> extract : extracts) {
                if (extract.kinds().contains(kind)) {
                    List<Object[]> taken = new ArrayList<>();
                    extract.cells(kind, document, surroundings, taken::add);
                    for (Object[] cells : taken) {
                        to.row(extract.table(), cells);
                    }
                }
            }
        });
    }

    /** Hands on records, kind after kind, each in the order of slugs. */
    void each(List<RecordKind> kinds, Taker to) throws IOException {
        each(kinds, Set.of(), to);
    }

    private void each(List<RecordKind> kinds, Set<String> without, Taker to) throws IOException {
        progress.expect(
                kinds.stream().mapToLong(kind -> selection.of(kind).length).sum());
        for (RecordKind kind : kinds) {
            long[] numbers = selection.of(kind);
            FutureTask<List<Opened>> next = read(kind, numbers, 0, without);
            for (int from = 0; from < numbers.length; ) {
                List<Opened> documents = of(next);
                from += documents.size();
                next = read(kind, numbers, from, without);
                surroundings.arriveAt(documents);
                for (Opened document : documents) {
                    to.record(kind, document.read());
                }
                progress.passed(documents.size());
            }
        }
    }

    /**
     * A stored document that was read.
     *
     * @param read what of it is looked at
     */
    record Opened(ObjectNode read, byte[] stored) {
        /** All of it, as the register has it, whatever day is asked for. */
        ObjectNode whole() {
            return Json.stored(stored);
        }
    }

    /**
     * Reading is most of the work: another thread does it meanwhile.
     *
     * @return null when there are no more
     */
    private FutureTask<List<Opened>> read(RecordKind kind, long[] numbers, int from, Set<String> without) {
        if (from == numbers.length) {
            return null;
        }
        FutureTask<List<Opened>> task = new FutureTask<>(() -> {
            long[] wanted = Arrays.copyOfRange(numbers, from, Math.min(from + BATCH, numbers.length));
            List<Opened> opened = new ArrayList<>(wanted.length);
            for (byte[] document : documents(wanted)) {
                opened.add(new Opened(surroundings.shown(kind, document, without), document));
            }
            if (opened.isEmpty()) {
                throw new IllegalStateException("The log has no entry " + wanted[0]);
            }
            return opened;
        });
        reader.execute(task);
        return task;
    }

    /** A file of minutes is not given up for a moment in which all connections were taken. */
    private List<byte[]> documents(long[] numbers) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return listings.documents(numbers, ROOM);
            } catch (StorageException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(MILLIS_BETWEEN);
            }
        }
    }

    private static <T> T of(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is ending", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }
}
