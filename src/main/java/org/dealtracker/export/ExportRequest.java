package org.dealtracker.export;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.agreement.AgreementQuery;
import org.dealtracker.agreement.WorldClock;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Lists.Narrowing;
import org.dealtracker.log.NarrowedRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What an export may be asked: of which agreements and what belongs to them, as of when. */
public class ExportRequest extends NarrowedRequest {
    private static final Set<String> NO_FILTER = Set.of("asOf", "asOfSeq", "profile", "format");

    @BeanParam
    AgreementQuery query;

    @BeanParam
    WorldClock world;

    @QueryParam("profile")
    @Parameter(
            description =
                    "Of CSV: 'raw' (default), every value byte for byte; 'spreadsheet', with a ' before text that a"
                            + " spreadsheet would run as a formula.")
    String profile;

    @Override
    protected void findings(Findings findings) {
        query.findings(findings);
        Code.check("profile", Stream.ofNullable(profile).toList(), Profile.class, findings);
    }

    Profile profile() {
        return profile == null ? Profile.RAW : Profile.valueOf(profile.toUpperCase(Locale.ROOT));
    }

    /** @throws org.dealtracker.http.Problem 400 when the day cannot be read */
    LocalDate onDate() {
        LocalDate day = world.day();
        query.on(day);
        return day;
    }

    /** The parameters that choose records, in one spelling. */
    String filter() {
        return canonicalQuery(NO_FILTER);
    }

    /** By what agreements are chosen; null for all. To be asked when all parameters were found to be readable. */
    Narrowing narrowing(Instant since, Affiliates affiliates) {
        if (query.isEmpty() && since == null) {
            return null;
        }
        return (filter, n) -> {
            if (since != null) {
                filter.updatedSince(since);
            }
            query.narrow(filter, n, affiliates);
        };
    }
}
