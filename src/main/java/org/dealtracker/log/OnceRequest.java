package org.dealtracker.log;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import java.nio.charset.StandardCharsets;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.Problem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every POST may say, whatever it writes: that it may be a repetition, to be carried out only once. */
public class OnceRequest {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    @HeaderParam(IDEMPOTENCY_KEY)
    @Parameter(
            description = "1 to 255 visible ASCII characters of the client's choice. Within 24 hours the same key with"
                    + " the same body gives the first answer again; with another body it is refused (422).")
    String key;

    @Context
    HttpServerRequest sent;

    @Context
    SecurityIdentity identity;

    /** The name of the key that the request was sent with. */
    public String actor() {
        return identity.getPrincipal().getName();
    }

    boolean hasKey() {
        return key != null;
    }

    /** Whose key it is and which: no client can meet another one's. */
    byte[] keyDigest() {
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            throw Problem.badParameter(
                    IDEMPOTENCY_KEY, "'" + IDEMPOTENCY_KEY + "' must be 1 to 255 visible ASCII characters.");
        }
        // An actor's name could hold what a key can, but a key holds no line break.
        return Cursor.sha256((key + "\n" + actor()).getBytes(StandardCharsets.UTF_8));
    }

    /** What was asked for. */
    byte[] digest(byte[] body) {
        byte[] head = ("POST " + sent.path() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] content = body == null ? new byte[0] : body;
        byte[] whole = new byte[head.length + content.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return Cursor.sha256(whole);
    }
}
