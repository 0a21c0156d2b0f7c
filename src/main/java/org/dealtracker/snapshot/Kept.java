package org.dealtracker.snapshot;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import org.dealtracker.http.AddressedRequest;
import org.dealtracker.http.Cursor;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How long answers of the archive may be kept: what was published never changes, the list of it does. */
enum Kept {
    LONG("max-age=3600"),
    UNTIL_ASKED_AGAIN("no-cache");

    private final String header;

    Kept(String header) {
        this.header = header;
    }

    /** A strong tag of the bytes themselves. */
    static String etag(byte[] body) {
        return "\"" + HexFormat.of().formatHex(Cursor.sha256(body), 0, 16) + "\"";
    }

    /** The body, unless the client holds it. */
    RestResponse<byte[]> answer(byte[] body, AddressedRequest request) {
        String etag = etag(body);
        return request.holds(etag) ? unchanged(etag) : answer(body, etag);
    }

    RestResponse<byte[]> answer(byte[] body, String etag) {
        return described(ResponseBuilder.ok(body, MediaType.APPLICATION_JSON), etag);
    }

    RestResponse<byte[]> unchanged(String etag) {
        return described(ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), etag);
    }

    private RestResponse<byte[]> described(ResponseBuilder<byte[]> answer, String etag) {
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, header)
                .build();
    }
}
