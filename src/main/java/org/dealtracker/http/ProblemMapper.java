package org.dealtracker.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Renders every exception as one shape of problem; the one {@code switch} over exceptions is in {@link #of}. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final AllowedMethods allowed;

    ProblemMapper(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    // Each type that the framework maps by itself needs a mapper of its own, or its own answer would win over ours.

    @ServerExceptionMapper
    public RestResponse<byte[]> unauthorized(UnauthorizedException e, HttpServerRequest request) {
        return answer(of(e), request);
    }

    @ServerExceptionMapper
    public RestResponse<byte[]> authentication(AuthenticationFailedException e, HttpServerRequest request) {
        return answer(of(e), request);
    }

    @ServerExceptionMapper
    public RestResponse<byte[]> forbidden(ForbiddenException e, HttpServerRequest request) {
        return answer(of(e), request);
    }

    @ServerExceptionMapper
    public RestResponse<byte[]> framework(WebApplicationException e, HttpServerRequest request) {
        Problem problem = of(e);
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            problem.header(HttpHeaders.ALLOW, String.join(", ", allowed.of(request.path())));
        } else if (problem.type() == ProblemType.UNSUPPORTED_MEDIA_TYPE
                && request.method().name().equals(HttpMethod.PATCH)) {
            problem.header("Accept-Patch", MergePatch.MEDIA_TYPE);
        }
        return answer(problem, request);
    }

    @ServerExceptionMapper
    public RestResponse<byte[]> any(Exception e, HttpServerRequest request) {
        return answer(of(e), request);
    }

    private static RestResponse<byte[]> answer(Problem problem, HttpServerRequest request) {
        ResponseBuilder<byte[]> answer = ResponseBuilder.create(problem.type().status());
        answer.header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(answer::header);
        return answer.entity(Json.bytes(problem.body(request.path()))).build();
    }

    /** The problem that an exception is shown as. */
    static Problem of(Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown instanceof UnauthorizedException || thrown instanceof AuthenticationFailedException) {
            return new Problem(
                            ProblemType.UNAUTHORIZED, "Send Authorization: Bearer <key> with a key that is known here.")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (thrown instanceof ForbiddenException) {
            return new Problem(ProblemType.FORBIDDEN, "This key is known, but it may not do that.");
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            Problem problem = ofStatus(web.getResponse().getStatus());
            web.getResponse().getStringHeaders().forEach((name, values) -> {
                if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                    problem.header(name, String.join(", ", values));
                }
            });
            return problem;
        }
        Problem database = ofDatabase(thrown);
        return database != null ? database : internal(thrown);
    }

    /** The problem of a status that the framework chose. */
    static Problem ofStatus(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        return new Problem(
                type,
                switch (type) {
                    case NOT_FOUND -> "No resource has this address.";
                    case METHOD_NOT_ALLOWED -> "This address does not answer to this method.";
                    case NOT_ACCEPTABLE -> "This address cannot answer in any format that Accept names.";
                    case UNSUPPORTED_MEDIA_TYPE -> "This address does not read the format that Content-Type names.";
                    case TOO_LARGE -> "The body is larger than this service reads.";
                    default -> type.title() + ".";
                });
    }

    /** What the database says by its error codes (PostgreSQL manual, appendix A), or null. */
    private static Problem ofDatabase(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
            if (state.equals("23505")) {
                return new Problem(
                        ProblemType.DUPLICATE,
                        "Another request has just recorded what may be here only once; read it and decide again.");
            }
            // 55P03 lock not available, 57014 cancelled, 57Pxx shutting down, 40xxx rolled back, 08xxx connection,
            // 53xxx out of resources, 25P0x a transaction that waited too long.
            boolean passing = state.matches("55P03|57014|57P..|40...|08...|53...|25P0[34]")
                    || cause instanceof SQLTransientException
                    || cause.getClass().getName().contains("AcquisitionTimeout");
            if (passing
                    || (cause instanceof SQLException
                            && cause.getMessage() != null
                            && cause.getMessage().contains("Acquisition timeout"))) {
                LOG.warnf("The database could not serve a request: %s", cause.getMessage());
                return new Problem(ProblemType.UNAVAILABLE, "The database is busy or away; try again shortly.")
                        .header(HttpHeaders.RETRY_AFTER, "2");
            }
        }
        return null;
    }

    private static Problem internal(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(thrown, "Failed with %s", id);
        return new Problem(ProblemType.INTERNAL_ERROR, "The service's log says more under " + id + ".").with("id", id);
    }
}
