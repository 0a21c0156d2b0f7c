package org.dealtracker.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.dealtracker.http.Code;
import org.dealtracker.log.ChangeType;
import org.dealtracker.log.Identity;
import org.dealtracker.log.Op;
import org.dealtracker.log.Stamp;

/** The one part of a headline that does not follow from the record: which write came last. */
final class LastChanges {
    private LastChanges() {}

    static Headline.LastChange of(Stamp stamp) {
        return new Headline.LastChange(
                stamp.n(),
                stamp.at(),
                stamp.op(),
                stamp.why().type(),
                stamp.why().reason(),
                stamp.why().actor());
    }

    /** A headline that knows its last change only, all else being derived again before it is shown. */
    static Headline headline(JsonNode document) {
        JsonNode last = document.path("lastChange");
        Headline.LastChange change = new Headline.LastChange(
                last.path("n").longValue(),
                Identity.instant(last.get("at")),
                Code.of(Op.class, last.path("op").textValue()),
                Code.of(ChangeType.class, last.path("changeType").textValue()),
                last.path("reason").textValue(),
                last.path("actor").textValue());
        return new Headline(
                Stage.UNKNOWN,
                null,
                Evidence.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                false,
                change);
    }
}
