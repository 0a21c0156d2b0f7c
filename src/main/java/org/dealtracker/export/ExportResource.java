package org.dealtracker.export;

import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.dealtracker.http.Json;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The register as files. */
@Path("/api/v1/exports")
@Tag(name = "exports")
class ExportResource {
    private static final String OF_WHICH =
            "Of the whole register, or of the agreements that the list finds with the same filters and of all that belongs"
                    + " to them. The same query as of the same number gives the same bytes for ever. See the page"
                    + " \"Export it\".";
    private static final byte[] OVERVIEW = Json.bytes(Overview.all());

    private final Orders orders;
    private final Delivery delivery;
    private final Jobs jobs;
    private final Sidecars sidecars;

    ExportResource(Orders orders, Delivery delivery, Jobs jobs, Sidecars sidecars) {
        this.sidecars = sidecars;
        this.orders = orders;
        this.delivery = delivery;
        this.jobs = jobs;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listExports",
            summary = "What can be exported, and what every column says",
            description = "The data dictionary: it is also what the files' headers and descriptors are made of.")
    @APIResponse(
            responseCode = "200",
            description = "The tables with their columns, and the other files.",
            content = @Content(schema = @Schema(ref = "Exports")))
    public RestResponse<byte[]> overview() {
        return RestResponse.ResponseBuilder.ok(OVERVIEW)
                .header("Cache-Control", "no-cache")
                .build();
    }

    @GET
    @Path("{table}.{format}")
    @Blocking
    @Uncompressed
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "exportTable", summary = "One table as a file", description = OF_WHICH)
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(ref = "File")),
                @Content(mediaType = "application/jsonl", schema = @Schema(ref = "File")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(ref = "File")),
                @Content(mediaType = "application/vnd.apache.parquet", schema = @Schema(ref = "File"))
            })
    public CompletionStage<Response> table(
            @PathParam("table") String table,
            @PathParam("format") String format,
            @BeanParam ExportRequest request,
            @BeanParam Conditions conditions) {
        return file(table + "." + format, request, conditions);
    }

    @GET
    @Path(WholeFiles.MAP)
    @Blocking
    @Uncompressed
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "exportMap",
            summary = "The agreements as GeoJSON",
            description = OF_WHICH + " Lines join countries, not places: see \"Open it as a map or as a graph\".")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "application/geo+json", schema = @Schema(ref = "File")))
    public CompletionStage<Response> map(@BeanParam ExportRequest request, @BeanParam Conditions conditions) {
        return file(WholeFiles.MAP, request, conditions);
    }

    @GET
    @Path(WholeFiles.GRAPH)
    @Blocking
    @Uncompressed
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "exportGraph",
            summary = "The register as entities of FollowTheMoney",
            description = OF_WHICH + " What the model cannot hold is in words: see \"Open it as a map or as a graph\".")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "application/jsonl", schema = @Schema(ref = "File")))
    public CompletionStage<Response> graph(@BeanParam ExportRequest request, @BeanParam Conditions conditions) {
        return file(WholeFiles.GRAPH, request, conditions);
    }

    @GET
    @Path(WholeFiles.DATABASE)
    @Blocking
    @Uncompressed
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "exportDatabase",
            summary = "All tables as an SQLite database",
            description =
                    OF_WHICH + " With keys, indexes, views, and tables that say what it is and what columns mean.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "application/vnd.sqlite3", schema = @Schema(ref = "File")))
    public CompletionStage<Response> database(@BeanParam ExportRequest request, @BeanParam Conditions conditions) {
        return file(WholeFiles.DATABASE, request, conditions);
    }

    @GET
    @Path(WholeFiles.PACKAGE)
    @Blocking
    @Uncompressed
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "exportPackage",
            summary = "All tables with their descriptions as a Data Package",
            description = OF_WHICH
                    + " With metadata for CSV on the Web, a README, the licence, and a manifest of the SHA-256 of every"
                    + " file.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "application/zip", schema = @Schema(ref = "File")))
    public CompletionStage<Response> packed(@BeanParam ExportRequest request, @BeanParam Conditions conditions) {
        return file(WholeFiles.PACKAGE, request, conditions);
    }

    @GET
    @Path("{file}" + Sidecars.SUFFIX)
    @Blocking
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "describeExport",
            summary = "What a file is",
            description =
                    "Its filter, moment, licence, rows, sums and columns: of CSV as metadata of CSV on the Web, of all"
                            + " else as a Data Resource. The file is made first if it is not there.")
    @APIResponse(
            responseCode = "200",
            description = "What it is.",
            content = {
                @Content(mediaType = "application/csvm+json", schema = @Schema(ref = "ExportDescription")),
                @Content(mediaType = "application/json", schema = @Schema(ref = "ExportDescription"))
            })
    public CompletionStage<Response> described(@PathParam("file") String file, @BeanParam ExportRequest request) {
        return sidecars.of(orders.take(file, request), request).thenApply(RestResponse::toResponse);
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "orderExport",
            summary = "Ask for a file that takes a while",
            description =
                    "Answers at once with a job; its href is where the file will be. Nothing is written, and no key"
                            + " is needed. Who asks for the same gets the same job.")
    @APIResponse(
            responseCode = "202",
            description = "The job.",
            content = @Content(schema = @Schema(ref = "ExportJob")))
    public RestResponse<byte[]> order(
            @BeanParam ExportRequest request,
            @RequestBody(content = @Content(schema = @Schema(ref = "NewExport"))) byte[] body) {
        return jobs.begin(body, request);
    }

    @GET
    @Path("jobs/{id}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getExportJob", summary = "How far a file has come that was asked for")
    @APIResponse(
            responseCode = "200",
            description = "The job.",
            content = @Content(schema = @Schema(ref = "ExportJob")))
    public RestResponse<byte[]> job(@PathParam("id") String id) {
        return jobs.read(id);
    }

    private CompletionStage<Response> file(String name, ExportRequest request, Conditions conditions) {
        // Response, since of a typed one the framework chooses the writer when it is built, and takes the one for JSON.
        return delivery.of(orders.take(name, request), request, conditions).thenApply(RestResponse::toResponse);
    }
}
