package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many writers may have a connection at a time. Writers wait for each other, with a connection each; without a limit a
 * change that reaches ten thousand records would leave none to readers, who wait for nobody.
 */
@ApplicationScoped
class WriterPlaces {
    /** As long as a writer waits for a lock, see lock_timeout. */
    private static final int MOST_SECONDS = 10;

    private final TransactionSynchronizationRegistry transactions;
    private final Semaphore places;

    WriterPlaces(
            TransactionSynchronizationRegistry transactions,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.transactions = transactions;
        // One may be listening (Watch). Of the others a third is left to readers, and at least one to either.
        int shared = connections < Watch.FEW ? connections : connections - 1;
        this.places = new Semaphore(Math.max(1, shared - Math.max(1, shared / 3)), true);
    }

    /**
     * Takes a place for this transaction, once; to be done before its first statement.
     *
     * @throws Problem 503 when none is left for too long
     */
    void take() {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                || transactions.getResource(WriterPlaces.class) != null) {
            return;
        }
        if (!await()) {
            throw new Problem(ProblemType.UNAVAILABLE, "Too many writers wait; try again shortly.")
                    .header(HttpHeaders.RETRY_AFTER, "2");
        }
        transactions.putResource(WriterPlaces.class, Boolean.TRUE);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing to do: the place is given back when all is over.
            }

            @Override
            public void afterCompletion(int status) {
                places.release();
            }
        });
    }

    private boolean await() {
        try {
            return places.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
