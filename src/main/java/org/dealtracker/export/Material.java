package org.dealtracker.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.dealtracker.http.Json;
import org.dealtracker.log.Listings;
import org.dealtracker.log.RecordKind;

/**
 * The records that a file is made of, as of one entry of the log. They are read a handful at a time, the next ones while
 * those before them are written, each handful in a transaction of its own: what was written under a number never changes,
 * so that a file that takes a minute holds nothing up.
 */
final class Material {
    private static final int BATCH = 100;

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

    /** Takes the rows of a table. */
    @FunctionalInterface
    interface Sink {
        void row(Object[] cells) throws IOException;
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
        each(extract.kinds(), (kind, document) -> {
            List<Object[]> taken = new ArrayList<>();
            extract.cells(kind, document, surroundings, taken::add);
            for (Object[] cells : taken) {
                to.row(cells);
            }
            rows[0] += taken.size();
        });
        return rows[0];
    }

    /** Hands on records, kind after kind, each in the order of slugs. */
    void each(List<RecordKind> kinds, Taker to) throws IOException {
        progress.expect(
                kinds.stream().mapToLong(kind -> selection.of(kind).length).sum());
        for (RecordKind kind : kinds) {
            long[] numbers = selection.of(kind);
            FutureTask<Map<Long, byte[]>> next = numbers.length == 0 ? null : read(numbers, 0);
            for (int from = 0; from < numbers.length; from += BATCH) {
                Map<Long, byte[]> stored = of(next);
                next = from + BATCH < numbers.length ? read(numbers, from + BATCH) : null;
                hand(kind, batch(numbers, from), stored, to);
            }
        }
    }

    private void hand(RecordKind kind, long[] numbers, Map<Long, byte[]> stored, Taker to) throws IOException {
        List<ObjectNode> documents = new ArrayList<>(numbers.length);
        for (long number : numbers) {
            byte[] document = stored.get(number);
            if (document != null && document.length > 0) {
                documents.add(surroundings.shown(kind, Json.stored(document, ObjectNode.class)));
            }
        }
        surroundings.arriveAt(documents);
        for (ObjectNode document : documents) {
            to.record(kind, document);
        }
        progress.passed(numbers.length);
    }

    private static long[] batch(long[] numbers, int from) {
        return Arrays.copyOfRange(numbers, from, Math.min(from + BATCH, numbers.length));
    }

    private FutureTask<Map<Long, byte[]>> read(long[] numbers, int from) {
        List<Long> wanted = Arrays.stream(batch(numbers, from)).boxed().toList();
        FutureTask<Map<Long, byte[]>> task = new FutureTask<>(() -> {
            Map<Long, byte[]> documents = new HashMap<>();
            listings.documents(wanted, documents::put);
            return documents;
        });
        reader.execute(task);
        return task;
    }

    private static Map<Long, byte[]> of(FutureTask<Map<Long, byte[]>> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is ending", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }
}
