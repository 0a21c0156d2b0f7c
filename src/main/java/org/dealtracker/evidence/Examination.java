package org.dealtracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Function;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.http.Json;

/** What is worked out of one agreement and of all around it, as its own addresses answer it, for whoever lists it for many. */
@ApplicationScoped
public class Examination {
    private final Gathering gathering;

    Examination(Gathering gathering) {
        this.gathering = gathering;
    }

    /**
     * Which claims cannot all be true: {@code {lines: […]}}.
     *
     * @param document the agreement as it was after an entry
     * @param n the entry
     */
    public JsonNode conflicts(ObjectNode document, long n) {
        return view(document, n, ConflictView::of);
    }

    /**
     * Which restrictions it touches: {@code {matches: […], findings: […]}}.
     *
     * @param onDate only what was in force on that day; null for the days of the deal
     */
    public JsonNode screening(ObjectNode document, long n, LocalDate onDate) {
        return view(document, n, facts -> ScreeningView.of(facts, onDate));
    }

    private JsonNode view(ObjectNode document, long n, Function<Facts, Object> view) {
        return Json.tree(view.apply(gathering.asOf(Agreement.TYPE.stored(document), n)));
    }
}
