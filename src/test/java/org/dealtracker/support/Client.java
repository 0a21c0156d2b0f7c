package org.dealtracker.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Speaks to a register over HTTP with an editor's key; many threads may share one. It never repeats a request. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Every how manyth answer is held against the OpenAPI document; a long run has better use for the processor. */
    private static final int CHECKED = Integer.getInteger("contract.every", 1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String base;
    private final String key;
    private final AtomicLong answers = new AtomicLong();

    /** @param base the service's address, without a slash at its end */
    public Client(String base, String key) {
        this.base = base;
        this.key = key;
    }

    /** To the register of the running test. */
    public static Client here() {
        return new Client("http://localhost:" + RestAssured.port, Api.KEY);
    }

    /** What was answered. */
    public record Answer(int status, HttpResponse<byte[]> response) {
        public byte[] bytes() {
            return response.body();
        }

        /** Fails with what was answered unless the status is this one. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but was " + status + ": " + text());
            }
            return this;
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A header's value, or null. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public String etag() {
            return header("ETag");
        }
    }

    /** @param path from {@code /api/v1} on */
    public URI address(String path) {
        return URI.create(base + "/api/v1" + path);
    }

    /**
     * @param path from {@code /api/v1} on
     * @param headers names and values in turns
     */
    public Answer get(String path, String... headers) throws IOException {
        HttpRequest.Builder request = request("GET", path, null);
        return answer(headers.length == 0 ? request : request.headers(headers), null);
    }

    /** The same unless the client holds it already. */
    public Answer getUnless(String path, String etag) throws IOException {
        return answer(request("GET", path, null).header("If-None-Match", etag), null);
    }

    public Answer send(String method, String path, String ifMatch, String reason, String body) throws IOException {
        return send(method, path, ifMatch, reason, body, null);
    }

    /** A POST that says by its key that it is to be carried out once. */
    public Answer once(String path, String ifMatch, String key, String body) throws IOException {
        return send("POST", path, ifMatch, null, body, key);
    }

    private Answer send(String method, String path, String ifMatch, String reason, String body, String idempotencyKey)
            throws IOException {
        HttpRequest.Builder request = request(method, path, body);
        if (!method.equals("GET")) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (reason != null) {
            request.header("X-Change-Reason", reason);
        }
        return answer(request, body);
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(40))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    }

    private Answer answer(HttpRequest.Builder request, String body) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            promised(
                    response,
                    body,
                    request.build().headers().firstValue("Content-Type").orElse(null));
            return new Answer(response.statusCode(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private void promised(HttpResponse<byte[]> response, String sent, String sentAs) throws IOException {
        if (answers.incrementAndGet() % CHECKED != 0) {
            return;
        }
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        HttpRequest request = response.request();
        Contract.Exchange exchange = new Contract.Exchange(
                request.method(), request.uri(), sent, sentAs, response.statusCode(), headers, response.body());
        try {
            Contract.of(base).check(exchange);
        } catch (UncheckedIOException e) {
            // The register went away before its document could be read.
            throw e.getCause();
        }
    }
}
