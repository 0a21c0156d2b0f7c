package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * POSTs that are carried out once however often they are sent. The answer is stored in the transaction of the write, so
 * that a crash leaves both or neither; an error rolls back and leaves nothing, and the request may be sent again.
 */
@ApplicationScoped
public class Replays {
    private static final String KEPT = "interval '24 hours'";

    private final Sql sql;
    private final WriterPlaces places;

    Replays(Sql sql, WriterPlaces places) {
        this.sql = sql;
        this.places = places;
    }

    private record Replay(byte[] request, RestResponse<byte[]> answer) {}

    /** The same for a write that says why. */
    public RestResponse<byte[]> once(PostRequest request, byte[] body, Supplier<RestResponse<byte[]>> work) {
        return once(request.once, body, work);
    }

    /**
     * Carries out a write, unless its key says that this was done before. To be asked before anything else is looked at.
     *
     * @throws Problem 400 when the key is none, 409 while the first request with it is running, 422 when it was another
     */
    public RestResponse<byte[]> once(OnceRequest request, byte[] body, Supplier<RestResponse<byte[]>> work) {
        if (!request.hasKey()) {
            return work.get();
        }
        places.take();
        byte[] key = request.keyDigest();
        byte[] digest = request.digest(body);
        if (!take(key)) {
            throw new Problem(
                            ProblemType.CONFLICT,
                            "A request with this Idempotency-Key is being carried out; send it again in a moment.")
                    .header(HttpHeaders.RETRY_AFTER, "1");
        }
        Replay before = find(key);
        if (before == null) {
            clear(key);
            RestResponse<byte[]> answer = work.get();
            store(key, digest, answer);
            return answer;
        }
        if (!Arrays.equals(before.request(), digest)) {
            throw Problem.unacceptable(
                    OnceRequest.IDEMPOTENCY_KEY,
                    "This Idempotency-Key came with another path or body before; every request needs a key of its own.");
        }
        return before.answer();
    }

    /** Never waits, so that whatever this transaction locks afterwards is locked in the order of all others. */
    private boolean take(byte[] key) {
        return sql.query("select pg_try_advisory_xact_lock(:key)")
                .set("key", ByteBuffer.wrap(key).getLong())
                .first(row -> row.getBoolean(1))
                .orElseThrow();
    }

    private Replay find(byte[] key) {
        return sql.query("select request, status, location, etag, feed_head, body from replay where key = :key"
                        + " and at > now() - " + KEPT)
                .set("key", key)
                .first(Replays::read)
                .orElse(null);
    }

    private static Replay read(ResultSet row) throws SQLException {
        ResponseBuilder<byte[]> answer = ResponseBuilder.create(row.getInt(2));
        header(answer, HttpHeaders.LOCATION, row.getString(3));
        header(answer, HttpHeaders.ETAG, row.getString(4));
        header(answer, Answers.FEED_HEAD, row.getString(5));
        answer.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON).header("Idempotency-Replayed", true);
        return new Replay(row.getBytes(1), answer.entity(row.getBytes(6)).build());
    }

    private static void header(ResponseBuilder<byte[]> answer, String name, String value) {
        if (value != null) {
            answer.header(name, value);
        }
    }

    /** Makes room: this key, should it have been used long ago, and some of whatever else is too old. */
    private void clear(byte[] key) {
        sql.query("delete from replay where key in (select key from replay where at <= now() - " + KEPT
                        + " order by key <> :key, at limit 100 for update skip locked)")
                .set("key", key)
                .update();
    }

    private void store(byte[] key, byte[] request, RestResponse<byte[]> answer) {
        sql.query("insert into replay (key, request, status, location, etag, feed_head, body)"
                        + " values (:key, :request, :status, :location, :etag, :head, :body)")
                .set("key", key)
                .set("request", request)
                .set("status", answer.getStatus())
                .set("location", answer.getHeaderString(HttpHeaders.LOCATION))
                .set("etag", answer.getHeaderString(HttpHeaders.ETAG))
                .set("head", answer.getHeaderString(Answers.FEED_HEAD))
                .set("body", answer.getEntity())
                .update();
    }
}
