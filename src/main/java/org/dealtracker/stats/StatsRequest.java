package org.dealtracker.stats;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dealtracker.agreement.AgreementQuery;
import org.dealtracker.agreement.WorldClock;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.NarrowedRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What totals may be asked: of which agreements, by what, of what, as of when. */
public class StatsRequest extends NarrowedRequest {
    private static final int MOST_DIMENSIONS = 2;

    @BeanParam
    AgreementQuery query;

    @BeanParam
    WorldClock world;

    @QueryParam("groupBy")
    @Parameter(
            description = "One or two of supplier, recipient, year, stage, verification, category, kind, by comma or"
                    + " repeated; without it there is one group of all.")
    List<String> groupBy;

    @QueryParam("measure")
    @Parameter(description = "count (default): how many agreements; value: their sums; quantity: how many items.")
    String measure;

    @Override
    protected void findings(Findings findings) {
        query.findings(findings);
        List<String> names = names();
        Code.check("groupBy", names, Dimension.class, findings);
        if (names.size() > MOST_DIMENSIONS) {
            findings.malformed("groupBy", "'groupBy' takes at most two of " + Code.all(Dimension.class) + ".");
        }
        if (names.stream().distinct().count() < names.size()) {
            findings.malformed("groupBy", "'groupBy' names the same twice.");
        }
        Code.check("measure", Stream.ofNullable(measure).toList(), Measure.class, findings);
    }

    final List<String> names() {
        return groupBy.stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .toList();
    }

    /** @throws org.dealtracker.http.Problem 400 when the day cannot be read */
    LocalDate onDate() {
        LocalDate day = world.day();
        query.on(day);
        return day;
    }

    List<Dimension> dimensions() {
        return names().stream().map(name -> Code.of(Dimension.class, name)).toList();
    }

    Measure measured() {
        return measure == null ? Measure.COUNT : Measure.valueOf(measure.toUpperCase(Locale.ROOT));
    }
}
