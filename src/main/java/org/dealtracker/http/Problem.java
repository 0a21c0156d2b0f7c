package org.dealtracker.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer that is an error, thrown from wherever it is noticed and rendered as {@code application/problem+json}
 * (RFC 9457) by {@link ProblemMapper}.
 */
public final class Problem extends RuntimeException {
    public static final String MEDIA_TYPE = "application/problem+json";

    private final transient ProblemType type;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public Problem(ProblemType type, String detail) {
        // A problem is an answer, not a fault: its stack trace would only cost time.
        super(detail, null, false, false);
        this.type = type;
    }

    public static Problem notFound(String detail) {
        return new Problem(ProblemType.NOT_FOUND, detail);
    }

    /** A single parameter or header that cannot be read. */
    public static Problem badParameter(String name, String detail) {
        return new Problem(ProblemType.MALFORMED_REQUEST, detail).errors(List.of(new Finding(name, detail, true)));
    }

    /** A single member of the body that is not acceptable. */
    public static Problem unacceptable(String pointer, String detail) {
        return new Problem(ProblemType.UNACCEPTABLE_CONTENT, detail)
                .errors(List.of(new Finding(pointer, detail, false)));
    }

    /** Adds an extension member (RFC 9457, section 3.2). */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Problem errors(List<Finding> errors) {
        return with("errors", List.copyOf(errors));
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The body's members in the order in which they are shown. */
    public Map<String, Object> body(String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.path());
        body.put("title", type.title());
        body.put("status", type.status());
        body.put("detail", getMessage());
        if (instance != null) {
            body.put("instance", instance);
        }
        body.putAll(members);
        return body;
    }
}
