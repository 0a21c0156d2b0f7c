package org.dealtracker.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What stands at the {@code type} of a problem: an explanation, for programs as JSON and for people as a page. */
@Path("/api/problems")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@Tag(name = "problems")
class ProblemPages {
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    /** A type of problem in full. */
    record Explained(
            String code, String type, int status, String title, String meaning, String whatToDo, List<Extra> members) {
        static Explained of(ProblemType type) {
            List<Extra> extras = type.members().stream()
                    .map(member -> new Extra(member.member(), member.definition()))
                    .toList();
            return new Explained(
                    type.code(), type.path(), type.status(), type.title(), type.meaning(), type.whatToDo(), extras);
        }
    }

    /** A member that problems of a type have beyond those of all. */
    record Extra(String name, String definition) {}

    @GET
    @PermitAll
    @Operation(operationId = "listProblemTypes", summary = "Every type of problem that the service answers with")
    @APIResponse(
            responseCode = "200",
            description = "The types by status.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ProblemTypePage")),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(ref = "HtmlPage"))
            })
    public RestResponse<String> list(@Context Request request) {
        if (asPage(request)) {
            String rows = Arrays.stream(ProblemType.values())
                    .map(type -> "<tr><td>" + type.status() + "</td><td><a href=\"" + type.path() + "\">" + type.code()
                            + "</a></td><td>" + HtmlPage.escaped(type.meaning()) + "</td></tr>\n")
                    .collect(Collectors.joining());
            return HtmlPage.of(
                    "Types of problem",
                    "<h1>Types of problem</h1>\n<table>\n<tr><th>status</th><th>type</th><th>means</th></tr>\n" + rows
                            + "</table>");
        }
        List<Explained> items =
                Arrays.stream(ProblemType.values()).map(Explained::of).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", items);
        body.put("total", items.size());
        return json(body);
    }

    @GET
    @Path("{type}")
    @PermitAll
    @Operation(operationId = "getProblemType", summary = "What a type of problem means, and what to do about it")
    @APIResponse(
            responseCode = "200",
            description = "The type explained.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ProblemType")),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(ref = "HtmlPage"))
            })
    public RestResponse<String> get(@PathParam("type") String code, @Context Request request) {
        ProblemType type = ProblemType.of(code);
        if (type == null) {
            throw Problem.notFound("There is no type of problem '" + Texts.shown(code) + "'.");
        }
        return asPage(request) ? HtmlPage.of(type.title(), page(type)) : json(Explained.of(type));
    }

    private static String page(ProblemType type) {
        String members = type.members().stream()
                .map(member -> "<dt><code>" + member.member() + "</code></dt><dd>"
                        + HtmlPage.escaped(member.definition()) + "</dd>\n")
                .collect(Collectors.joining());
        return "<h1>" + HtmlPage.escaped(type.title()) + "</h1>\n<p>Status " + type.status() + ", type <code>"
                + type.path() + "</code></p>\n<h2>What it means</h2>\n<p>" + HtmlPage.escaped(type.meaning())
                + "</p>\n<h2>What to do</h2>\n<p>" + HtmlPage.escaped(type.whatToDo()) + "</p>\n"
                + (members.isEmpty() ? "" : "<h2>What else it says</h2>\n<dl>\n" + members + "</dl>\n")
                + "<p><a href=\"/api/problems\">All types of problem</a></p>";
    }

    private static boolean asPage(Request request) {
        Variant chosen = request.selectVariant(FORMS);
        if (chosen == null) {
            throw new NotAcceptableException();
        }
        return MediaType.TEXT_HTML_TYPE.isCompatible(chosen.getMediaType());
    }

    /** As text, because the framework's writer would take bytes for a value to be written as JSON. */
    private static RestResponse<String> json(Object body) {
        return ResponseBuilder.ok(new String(Json.bytes(body), StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
