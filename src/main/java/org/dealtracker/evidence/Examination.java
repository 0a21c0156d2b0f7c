package org.dealtracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
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
     * Looks at several agreements; what they share is fetched once for all of them.
     *
     * @param documents the agreements as they were after an entry
     * @param n the entry
     * @return one for each, in their order
     */
    public List<Examined> of(List<ObjectNode> documents, long n) {
        List<Agreement> agreements =
                documents.stream().map(Agreement.TYPE::stored).toList();
        return gathering.asOf(agreements, n).stream().map(Examined::new).toList();
    }

    /** An agreement that was looked at. */
    public static final class Examined {
        private final Facts facts;

        private Examined(Facts facts) {
            this.facts = facts;
        }

        /** Which claims cannot all be true: {@code {lines: […]}}. */
        public JsonNode conflicts() {
            return Json.tree(ConflictView.of(facts));
        }

        /**
         * Which restrictions it touches: {@code {matches: […], findings: […]}}.
         *
         * @param onDate only what was in force on that day; null for the days of the deal
         */
        public JsonNode screening(LocalDate onDate) {
            return Json.tree(ScreeningView.of(facts, onDate));
        }
    }
}
