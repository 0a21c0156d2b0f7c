package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Texts;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every write may say of itself: which revision it changes and why, in headers or in the body. */
public class WhyRequest {
    static final String REASON = "changeReason";
    static final String TYPE = "changeType";
    private static final int LONGEST = 10_000;

    @HeaderParam("X-Change-Reason")
    @Parameter(description = "Why; the same as changeReason in the body, which wins. UTF-8.")
    String reason;

    @HeaderParam("X-Change-Type")
    @Parameter(description = "addition, correction, amendment, reassessment or editorial; as changeType in the body.")
    String type;

    @Context
    SecurityIdentity identity;

    /** The name of the key that the request was sent with. */
    public String actor() {
        return identity.getPrincipal().getName();
    }

    /** Why, of a request without a body. */
    public Why of() {
        return of(null, new Findings());
    }

    /** Takes the two members out of a body, which is left as the record's own. */
    public Why of(ObjectNode body, Findings findings) {
        String why = take(body, REASON, utf8(reason), "X-Change-Reason", findings);
        String code = take(body, TYPE, type, "X-Change-Type", findings);
        ChangeType changeType = code == null ? null : type(code, findings);
        if (body == null) {
            findings.throwIfAny();
        }
        return new Why(actor(), changeType, why);
    }

    private static String take(ObjectNode body, String member, String header, String name, Findings findings) {
        boolean inBody = body != null && body.hasNonNull(member);
        String at = inBody ? "/" + member : name;
        String text = header;
        if (inBody && !body.get(member).isTextual()) {
            findings.malformed(at, "'" + member + "' must be text.");
            text = null;
        } else if (inBody) {
            text = body.get(member).textValue();
        }
        if (body != null) {
            body.remove(member);
        }
        if (text != null && Texts.wrong(text, LONGEST) != null) {
            findings.unacceptable(at, "'" + member + "' " + Texts.wrong(text, LONGEST));
            return null;
        }
        return text;
    }

    private static ChangeType type(String code, Findings findings) {
        for (ChangeType type : ChangeType.OF_REQUESTS) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        String allowed = Arrays.stream(ChangeType.values())
                .filter(ChangeType.OF_REQUESTS::contains)
                .map(Code::code)
                .collect(Collectors.joining(", "));
        findings.unacceptable(
                "/" + TYPE, "'" + Texts.shown(code) + "' is no change type; allowed are " + allowed + ".");
        return null;
    }

    /** Headers arrive as ISO 8859-1, one character a byte; where those bytes are UTF-8, they were meant so. */
    private static String utf8(String header) {
        if (header == null) {
            return null;
        }
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        boolean oneByteEach = new String(bytes, StandardCharsets.ISO_8859_1).equals(header);
        String text = oneByteEach ? Texts.utf8(bytes) : null;
        return text == null ? header : text;
    }
}
