package org.dealtracker.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
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
        Problem problem = framework(of(e), request);
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            problem.header(HttpHeaders.ALLOW, String.join(", ", allowed.of(request.path())));
        } else if (problem.type() == ProblemType.UNSUPPORTED_MEDIA_TYPE
                && request.method().name().equals(HttpMethod.PATCH)) {
            problem.header("Accept-Patch", MergePatch.MEDIA_TYPE);
        }
        return answer(problem, request);
    }

    /** What the framework noticed first is not always what a client has to hear first. */
    private Problem framework(Problem problem, HttpServerRequest request) {
        String method = request.method().name();
        boolean writes =
                !Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS).contains(method);
        if (problem.type() == ProblemType.UNSUPPORTED_MEDIA_TYPE
                && writes
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return of(new UnauthorizedException());
        }
        if (problem.type() == ProblemType.NOT_FOUND) {
            // It looks for the address among those of the method only.
            Set<String> methods = allowed.of(request.path());
            return methods.isEmpty() || methods.contains(method)
                    ? problem
                    : ofStatus(ProblemType.METHOD_NOT_ALLOWED.status());
        }
        return problem;
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
        if (thrown instanceof IOException && "Request too large".equals(thrown.getMessage())) {
            // Of a body whose length was not announced: the server counts while it reads.
            return ofStatus(ProblemType.TOO_LARGE.status());
        }
        boolean answered = thrown instanceof IllegalStateException
                && "Response has already been written".equals(thrown.getMessage());
        if (answered) {
            // By the server below us, which counts a body while it arrives; nobody gets to see this one.
            return ofStatus(ProblemType.TOO_LARGE.status());
        }
        if (thrown instanceof IOException && hungUp(thrown)) {
            return ofStatus(ProblemType.REQUEST_TIMEOUT.status());
        }
        return DatabaseProblems.of(thrown).orElseGet(() -> internal(thrown));
    }

    /** Whether the client left before its request had arrived: no failure of ours, and nobody reads the answer. */
    private static boolean hungUp(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root instanceof HttpClosedException
                || root instanceof SocketException
                || root instanceof ClosedChannelException;
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

    private static Problem internal(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(thrown, "Failed with %s", id);
        return new Problem(ProblemType.INTERNAL_ERROR, "The service's log says more under " + id + ".").with("id", id);
    }
}
