package org.dealtracker.support;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;

/** The register as a client with an admin's key talks to it. Paths are sent as they are written. */
public final class Api {
    /** The same as in {@code META-INF/microprofile-config.properties} of the tests. */
    public static final String KEY = "the-key-with-which-the-tests-write";

    public static final String ADMIN = "Bearer " + KEY;
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final RestAssuredConfig AS_WRITTEN = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().reuseHttpClientInstance())
            .redirect(RedirectConfig.redirectConfig().followRedirects(false))
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(MERGE_PATCH, io.restassured.http.ContentType.TEXT));

    private Api() {}

    public static Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Creates a record. */
    public static Answer post(String path, Object body, String... headers) {
        return write("POST", path, null, body, headers);
    }

    /** Adds to a record whose revision the client read. */
    public static Answer postTo(String path, String etag, Object body, String... headers) {
        return write("POST", path, etag, body, headers);
    }

    public static Answer put(String path, String etag, Object body, String... headers) {
        return write("PUT", path, etag, body, headers);
    }

    public static Answer patch(String path, String etag, Object body, String... headers) {
        return write("PATCH", path, etag, body, headers);
    }

    /** Deletes or retracts, for a reason. */
    public static Answer delete(String path, String etag, String reason) {
        return write("DELETE", path, etag, null, "X-Change-Reason", reason);
    }

    public static Answer write(String method, String path, String etag, Object body, String... headers) {
        RequestSpecification request = request(headers).header("Authorization", ADMIN);
        if (body != null) {
            request.contentType(method.equals("PATCH") ? MERGE_PATCH : "application/json");
            request.body(Bodies.bytes(body));
        }
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return Answer.of(request.request(method, address(path)));
    }

    /** A request with nothing added: no key, no content type. */
    public static Answer send(String method, String path, Object body, String... headers) {
        RequestSpecification request = request(headers);
        if (body != null) {
            request.body(Bodies.bytes(body));
        }
        return Answer.of(request.request(method, address(path)));
    }

    private static RequestSpecification request(String... headers) {
        RequestSpecification request = RestAssured.given().config(AS_WRITTEN).urlEncodingEnabled(false);
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("Content-Type")) {
                request.contentType(headers[i + 1]);
            } else {
                request.header(headers[i], headers[i + 1]);
            }
        }
        return request;
    }

    private static String address(String path) {
        return path.matches("/(api|openapi|docs)(/.*)?") ? path : "/api/v1" + path;
    }

    /** The number of the log's last entry: what tells whether anything was written at all. */
    public static long head() {
        return get("/changes?since=now").expect(200).at("/head").asLong();
    }
}
