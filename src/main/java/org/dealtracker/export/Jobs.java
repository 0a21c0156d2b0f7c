package org.dealtracker.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.dealtracker.export.Builds.Building;
import org.dealtracker.export.Orders.Taken;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.http.Lookup;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Files that are asked for before they are fetched. A job goes by the digest of all that its file follows from: who asks
 * for the same gets the same job, and nothing is made twice.
 */
@ApplicationScoped
class Jobs {
    private final Orders orders;
    private final Builds builds;

    Jobs(Orders orders, Builds builds) {
        this.orders = orders;
        this.builds = builds;
    }

    /**
     * How far a file has come.
     *
     * @param state queued, running, done or failed
     * @param records how many the file is made of, as far as that is known
     * @param recordsDone how many of them are in it
     * @param href where the file is, and stays
     * @param rows how many it has, where it has rows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            String id,
            String export,
            String state,
            Long records,
            Long recordsDone,
            String href,
            Long bytes,
            Long rows,
            String sha256,
            String detail) {}

    /** @throws Problem 400 or 422 naming all that is wrong, 503 when too many wait */
    RestResponse<byte[]> begin(byte[] body, ExportRequest request) {
        Findings findings = new Findings();
        Form form = new Form(Json.body(body), findings, Lookup.AS_WRITTEN);
        String export = form.text("export", Form.NAME);
        form.require("export");
        form.end();
        findings.throwIfAny();
        Taken taken = take(export, request);
        String key = taken.order().key();
        BuiltFile ready = builds.ready(key);
        Told told = ready == null ? of(key, builds.begin(taken.order(), key)) : done(ready);
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, Json.bytes(told))
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .location(URI.create(address(key)))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    static String address(String key) {
        return Orders.PATH + "jobs/" + key;
    }

    private Taken take(String export, ExportRequest request) {
        try {
            return orders.take(export, request);
        } catch (Problem e) {
            throw e.type() == ProblemType.NOT_FOUND ? Problem.unacceptable("/export", e.getMessage()) : e;
        }
    }

    /** @throws Problem 404 when nobody asked for it, or it was made long ago and deleted since */
    RestResponse<byte[]> read(String id) {
        Building building = builds.building(id);
        Told told;
        if (building != null) {
            told = of(id, building);
        } else {
            BuiltFile ready = id.matches("[0-9a-f]{64}") ? builds.ready(id) : null;
            if (ready == null) {
                throw Problem.notFound("There is no such job; ask for the file itself.");
            }
            told = done(ready);
        }
        return ResponseBuilder.ok(Json.bytes(told))
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private Told of(String key, Building building) {
        About about = building.order().about();
        boolean ended = building.file().isDone();
        if (ended && building.file().isCompletedExceptionally()) {
            return new Told(
                    key,
                    about.export(),
                    "failed",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "It could not be made; ask again.");
        }
        if (ended) {
            return done(building.file().join());
        }
        return new Told(
                key,
                about.export(),
                building.isBegun() ? "running" : "queued",
                building.progress().expected(),
                building.progress().done(),
                null,
                null,
                null,
                null,
                null);
    }

    private static Told done(BuiltFile file) {
        return new Told(
                file.key(),
                file.export(),
                "done",
                null,
                null,
                file.address(),
                file.length(),
                file.rows(),
                file.sha256(),
                null);
    }
}
