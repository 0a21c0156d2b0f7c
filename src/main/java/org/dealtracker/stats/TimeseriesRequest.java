package org.dealtracker.stats;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.stream.Stream;
import org.dealtracker.agreement.DateFilter;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What a series of totals over time may be asked. {@code from}, {@code to} and {@code date} are no filters here: they say
 * which buckets there are and which dates place a deal in one.
 */
public class TimeseriesRequest extends StatsRequest {
    @QueryParam("bucket")
    @Parameter(description = "How long a step is: year (default), quarter or month.")
    String bucket;

    private DateFilter dates;

    @Override
    protected void findings(Findings findings) {
        dates = query.takeDates();
        dates.findings(findings);
        super.findings(findings);
        Code.check("bucket", Stream.ofNullable(bucket).toList(), Bucket.class, findings);
        if (names().contains(Dimension.YEAR.code())) {
            findings.malformed("groupBy", "'groupBy' cannot be year in a time series; ask for bucket=year.");
        }
    }

    /** @throws org.dealtracker.http.Problem 400 when there would be too many buckets */
    Window window() {
        Bucket size = bucket == null ? Bucket.YEAR : Bucket.valueOf(bucket.toUpperCase(Locale.ROOT));
        return new Window(size, dates.events(), dates.from(), dates.to());
    }
}
