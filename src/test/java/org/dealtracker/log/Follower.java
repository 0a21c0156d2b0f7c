package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.support.Client;

/** A client that follows the feed from its beginning, and keeps what it was told in the order in which it was. */
abstract class Follower extends Thread {
    /** An entry as the feed gave it. */
    record Entry(long n, String id, String slug, int revision, String op, String reason) {}

    final Client client;
    final List<Entry> entries = new ArrayList<>();
    /** How long after an entry was given its number it was read, in microseconds: a little before its commit. */
    final List<Long> lags = new ArrayList<>();
    /** Answers that a follower of a sound register never gets. */
    final List<String> wrong = new ArrayList<>();

    private volatile long lastN = Long.MAX_VALUE;

    Follower(String name, Client client) {
        super(name);
        this.client = client;
        setDaemon(true);
    }

    /** Waits until everything up to the head as it now is was read. */
    void finish() throws IOException, InterruptedException {
        lastN = client.get("/changes?since=now").json().get("head").asLong();
        join(120_000);
        if (isAlive()) {
            wrong.add(getName() + " has read " + entries.size() + " entries and does not reach " + lastN);
        }
    }

    boolean isThrough(long n) {
        return n >= lastN;
    }

    void take(JsonNode item) {
        Instant now = Instant.now();
        entries.add(new Entry(
                item.get("n").asLong(),
                item.get("id").asText(),
                item.get("slug").asText(),
                item.get("revision").asInt(),
                item.get("op").asText(),
                item.path("reason").asText(null)));
        lags.add(ChronoUnit.MICROS.between(Instant.parse(item.get("recordedAt").asText()), now));
    }

    /** What it read late, in milliseconds; of a poller that reads page by page also how far it was behind. */
    String lag() {
        List<Long> sorted = new ArrayList<>(lags);
        sorted.sort(null);
        return "%s: %d entries, lag p50 %.1f ms, p99 %.1f ms, most %.1f ms"
                .formatted(
                        getName(),
                        sorted.size(),
                        sorted.get(sorted.size() / 2) / 1e3,
                        sorted.get(sorted.size() * 99 / 100) / 1e3,
                        sorted.get(sorted.size() - 1) / 1e3);
    }

    /** The service is away, as it may be in a test that kills it. */
    static boolean pause() {
        try {
            Thread.sleep(50);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
