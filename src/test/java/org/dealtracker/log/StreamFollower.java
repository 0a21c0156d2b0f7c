package org.dealtracker.log;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Client;
import org.dealtracker.support.Events;

/** Reads the feed as a stream, drops the connection every few seconds, and goes on after the last event that it had. */
final class StreamFollower extends Follower {
    private final URI stream;
    private final Random random;
    private String last;
    private long n;
    int connections;

    StreamFollower(Client client, int number) {
        super("stream " + number, client);
        this.stream = client.address("/changes/stream");
        this.random = new Random(number);
    }

    @Override
    public void run() {
        while (!isThrough(n) && !isInterrupted()) {
            long until = System.nanoTime() + (1_000 + random.nextInt(4_000)) * 1_000_000L;
            try (Events events = Events.open(stream, last)) {
                connections++;
                if (events.status() != 200 && events.status() != 503) {
                    wrong.add(getName() + " was answered " + events.status());
                    return;
                }
                events.giveUpAfter(250);
                while (System.nanoTime() < until && !isThrough(n)) {
                    take(events);
                }
            } catch (IOException e) {
                pause();
            }
        }
    }

    private void take(Events events) throws IOException {
        Events.Event event;
        try {
            event = events.next();
        } catch (SocketTimeoutException e) {
            // Nothing was written, or an event was begun: this connection cannot be read on, and the next begins before
            // it.
            throw new IOException(e);
        }
        if (event == null) {
            throw new IOException("The stream has ended");
        }
        last = event.id();
        if (event.data() != null) {
            take(Bodies.json(event.data().getBytes(StandardCharsets.UTF_8)));
            n = entries.get(entries.size() - 1).n();
        }
    }
}
