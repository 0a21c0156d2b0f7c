package org.dealtracker.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dealtracker.export.Orders.Taken;
import org.dealtracker.http.Json;
import org.dealtracker.log.Checkpoints;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * What is said of a file beside it, since CSV and JSON Lines have no place for it: of a table as CSV in the terms of CSV on
 * the Web, of all else as a Data Resource.
 */
@ApplicationScoped
class Sidecars {
    static final String SUFFIX = "-metadata.json";

    private final Delivery delivery;
    private final Checkpoints checkpoints;

    Sidecars(Delivery delivery, Checkpoints checkpoints) {
        this.delivery = delivery;
        this.checkpoints = checkpoints;
    }

    CompletionStage<RestResponse<byte[]>> of(Taken taken, ExportRequest request) {
        Order order = taken.order();
        String tag = Delivery.tag(taken, "-about");
        ResponseBuilder<byte[]> answer = ResponseBuilder.ok();
        checkpoints.describe(answer, tag, taken.checkpoint(), request);
        if (request.holds(tag)) {
            return CompletableFuture.completedFuture(
                    answer.status(RestResponse.Status.NOT_MODIFIED).build());
        }
        boolean csv = order.about().export().endsWith(".csv");
        return delivery.soon(order)
                .thenApply(file -> answer.header(
                                HttpHeaders.CONTENT_TYPE, csv ? "application/csvm+json" : "application/json")
                        .entity(Json.indented(csv ? webTable(order, file) : resource(order, file)))
                        .build());
    }

    private static Table<?> table(Order order) {
        String export = order.about().export();
        Extract<?> extract = Dictionary.of(export.substring(0, export.lastIndexOf('.')));
        return extract == null || WholeFiles.of(export) != null ? null : extract.table();
    }

    private static ObjectNode webTable(Order order, BuiltFile file) {
        About about = order.about();
        ObjectNode described = Json.object();
        described.put("@context", WebTable.CONTEXT);
        described.setAll(WebTable.of(table(order), about.address(), other -> null));
        described.put("dc:publisher", about.publisher());
        described.put("dc:license", about.licence());
        described.put("dc:identifier", about.address());
        ObjectNode notes = described.putArray("notes").addObject();
        Facts.of(about).forEach(notes::put);
        sums(notes, file);
        return described;
    }

    private static ObjectNode resource(Order order, BuiltFile file) {
        About about = order.about();
        Table<?> table = table(order);
        ObjectNode described = Json.object();
        described.put("name", about.export());
        // A path is relative to where this is.
        described.put("path", about.address().substring(about.address().indexOf(about.export())));
        described.put("mediatype", order.product().contentType());
        described.put("bytes", file.length());
        described.put("hash", "sha256:" + file.sha256());
        if (table != null) {
            described.put("title", table.title());
            described.put("description", table.description());
            ObjectNode schema = TableSchema.of(table);
            // The tables that they lead to are not described here.
            schema.remove("foreignKeys");
            described.set("schema", schema);
        }
        described.putArray("licenses").add(about.license());
        ObjectNode register = described.putObject("register");
        Facts.of(about).forEach(register::put);
        sums(register, file);
        return described;
    }

    private static void sums(ObjectNode to, BuiltFile file) {
        to.put("bytes", file.length());
        to.put("sha256", file.sha256());
        if (file.rows() != null) {
            to.put("rows", file.rows());
        }
        if (file.data() != null) {
            to.put("csv_sha256", file.data());
        }
    }
}
