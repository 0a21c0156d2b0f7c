package org.dealtracker.http;

/**
 * Every kind of problem that the service answers with. The name in {@code lower-kebab-case} is the last part of the
 * problem's {@code type}, a URL path that stays the same for ever (RFC 9457, section 3.1.1).
 */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request is malformed"),
    UNAUTHORIZED(401, "A valid key is needed"),
    FORBIDDEN(403, "This key may not do that"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This method is not available here"),
    NOT_ACCEPTABLE(406, "None of the accepted formats is available"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    CONFLICT(409, "The request conflicts with what the register holds"),
    DUPLICATE(409, "The register already holds this"),
    IN_USE(409, "Other records still rest on this one"),
    TRANSITION_REFUSED(409, "The agreement cannot move there from its stage"),
    GONE(410, "This record was deleted"),
    CURSOR_GONE(410, "This cursor speaks of a history that is no longer here"),
    STALE_REVISION(412, "The record has changed since it was read"),
    TOO_LARGE(413, "The request is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "This format is not accepted"),
    UNACCEPTABLE_CONTENT(422, "The content is well-formed but not acceptable"),
    PRECONDITION_REQUIRED(428, "The request must say which revision it changes"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The request's headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    UNAVAILABLE(503, "The register cannot answer at the moment");

    public static final String BASE = "/api/problems/";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The problem's {@code type}: a path relative to the service. */
    public String path() {
        return BASE + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The general type of a status that the framework chose. */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
    }
}
