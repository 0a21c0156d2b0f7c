package org.dealtracker.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers OPTIONS with the methods of just that address (RFC 9110, section 9.3.7). */
class OptionsFilter {
    private final AllowedMethods allowed;

    OptionsFilter(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerRequestFilter(preMatching = true)
    public Response answer(HttpServerRequest request) {
        if (!request.method().name().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        Set<String> methods = allowed.of(request.path());
        if (methods.isEmpty() && request.path().startsWith("/api/v1")) {
            throw Problem.notFound("No resource has this address.");
        }
        if (methods.isEmpty()) {
            return null;
        }
        ResponseBuilder answer = Response.noContent()
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .header("Accept-Patch", methods.contains(HttpMethod.PATCH) ? MergePatch.MEDIA_TYPE : null);
        CrossOrigin.preflight(request, answer);
        return answer.build();
    }
}
