package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.support.Client;

/** A client of the change feed: it begins at the beginning and passes each answer's cursor into the next question. */
final class FeedFollower extends Thread {
    /** An entry as the feed gave it. */
    record Entry(long n, String id, String slug, int revision, String op, String reason) {}

    private final Client client;
    private final int limit;
    /** What was read, in the order in which it was read. */
    final List<Entry> entries = new ArrayList<>();
    /** When each entry was read. */
    final List<Long> seenAt = new ArrayList<>();
    /** The cursors of full pages, each with how many entries had been read then. */
    final List<String> cursors = new ArrayList<>();

    final List<Integer> cursorsAfter = new ArrayList<>();
    /** Answers that a follower of a sound register never gets. */
    final List<String> wrong = new ArrayList<>();

    private volatile long lastN = Long.MAX_VALUE;
    private String cursor;

    FeedFollower(Client client, int limit) {
        super("follower by " + limit);
        this.client = client;
        this.limit = limit;
        setDaemon(true);
    }

    @Override
    public void run() {
        while (read()) {}
    }

    /** Waits until everything up to the head as it now is was read. */
    void finish() throws IOException, InterruptedException {
        lastN = client.get("/changes?since=now").json().get("head").asLong();
        join(120_000);
        if (isAlive()) {
            wrong.add(getName() + " has read " + entries.size() + " entries and does not reach " + lastN);
        }
    }

    private boolean read() {
        try {
            Client.Answer answer = client.get("/changes?limit=" + limit + (cursor == null ? "" : "&since=" + cursor));
            if (answer.status() == 503) {
                Thread.sleep(50);
            } else if (answer.status() != 200) {
                wrong.add(getName() + " was answered " + answer.status() + " " + answer.text());
                return false;
            } else {
                return take(answer.json());
            }
        } catch (IOException e) {
            return pause();
        } catch (InterruptedException e) {
            return false;
        }
        return true;
    }

    private boolean take(JsonNode page) throws InterruptedException {
        cursor = page.get("cursor").asText();
        for (JsonNode item : page.get("items")) {
            entries.add(new Entry(
                    item.get("n").asLong(),
                    item.get("id").asText(),
                    item.get("slug").asText(),
                    item.get("revision").asInt(),
                    item.get("op").asText(),
                    item.path("reason").asText(null)));
            seenAt.add(System.nanoTime());
        }
        if (page.get("items").isEmpty()) {
            Thread.sleep(3);
            return page.get("head").asLong() < lastN;
        }
        cursors.add(cursor);
        cursorsAfter.add(entries.size());
        return true;
    }

    /** The service is away, as it may be in a test that kills it. */
    private static boolean pause() {
        try {
            Thread.sleep(50);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
