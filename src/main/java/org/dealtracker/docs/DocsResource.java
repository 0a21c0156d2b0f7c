package org.dealtracker.docs;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.dealtracker.http.HtmlPage;
import org.dealtracker.http.Problem;
import org.dealtracker.http.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Pages in Markdown, shown as HTML. Whatever HTML stands in them is escaped, and an address that could act is dropped. */
@Path("/docs")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "docs")
class DocsResource {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private final Reference reference;

    DocsResource(Reference reference) {
        this.reference = reference;
    }

    @GET
    @PermitAll
    @Operation(operationId = "readDocs", summary = "What the documentation holds")
    @APIResponse(
            responseCode = "200",
            description = "The first page.",
            content = @Content(schema = @Schema(ref = "HtmlPage")))
    public RestResponse<String> index() {
        return page("index");
    }

    @GET
    @Path("{page}")
    @PermitAll
    @Operation(operationId = "readDocsPage", summary = "A page of the documentation")
    @APIResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(schema = @Schema(ref = "HtmlPage")))
    public RestResponse<String> page(@PathParam("page") String page) {
        String made = reference.page(page);
        String markdown = made != null ? made : kept(page);
        String title = markdown.lines().findFirst().orElse("#").replaceFirst("^#\\s*", "");
        String home = page.equals("index") ? "" : "<p><a href=\"/docs\">The documentation</a></p>\n";
        return HtmlPage.of(title, home + RENDERER.render(PARSER.parse(markdown)));
    }

    private static String kept(String page) {
        // A name of letters and hyphens leads nowhere else.
        String resource = page.matches("[a-z]+(-[a-z]+)*") ? "/docs/" + page + ".md" : "/docs/none";
        try (InputStream in = DocsResource.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw Problem.notFound("The documentation has no page '" + Texts.shown(page) + "'.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
