package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.support.Client;

/** Reads the feed page by page, and passes each answer's cursor into the next question. */
final class FeedFollower extends Follower {
    private final String question;
    private final boolean waits;
    /** The cursors of full pages, each with how many entries had been read then. */
    final List<String> cursors = new ArrayList<>();

    final List<Integer> cursorsAfter = new ArrayList<>();

    private String cursor;

    FeedFollower(Client client, int limit) {
        this(client, "limit=" + limit);
    }

    /** @param question what is asked beside the cursor, {@code wait} among it or not */
    FeedFollower(Client client, String question) {
        super("pages by " + question, client);
        this.question = question;
        this.waits = question.contains("wait=");
    }

    @Override
    public void run() {
        while (read()) {}
    }

    private boolean read() {
        try {
            Client.Answer answer = client.get("/changes?" + question + (cursor == null ? "" : "&since=" + cursor));
            if (answer.status() == 503) {
                Thread.sleep(50);
            } else if (answer.status() != 200) {
                wrong.add(getName() + " was answered " + answer.status() + " " + answer.text());
                return false;
            } else {
                return take(answer);
            }
        } catch (IOException e) {
            return pause();
        } catch (InterruptedException e) {
            return false;
        }
        return true;
    }

    private boolean take(Client.Answer answer) throws InterruptedException {
        JsonNode page = answer.json();
        cursor = page.get("cursor").asText();
        page.get("items").forEach(this::take);
        if (!page.get("items").isEmpty()) {
            cursors.add(cursor);
            cursorsAfter.add(entries.size());
            return !waits || !isThrough(page.get("head").asLong());
        }
        if (!waits) {
            Thread.sleep(10);
        }
        return !isThrough(page.get("head").asLong());
    }
}
