package org.dealtracker.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.evidence.Conflicts.Conflict;
import org.dealtracker.source.Source;

/** How the claims of an agreement are vouched for, for who tells it in another form. */
@ApplicationScoped
public class Vetting {
    private final Gathering gathering;

    Vetting(Gathering gathering) {
        this.gathering = gathering;
    }

    /**
     * An agreement, line by line.
     *
     * @param sources those that it cites, with all that these repeat, by slug
     */
    public record Vetted(Agreement agreement, Map<String, Source> sources, List<VouchedLine> lines) {}

    /** @param n the entry of the log as of which the document and its sources are looked at */
    public Vetted asOf(ObjectNode document, long n) {
        Facts facts = gathering.asOf(Agreement.TYPE.stored(document), n);
        List<Conflict> conflicts = Conflicts.of(facts);
        List<VouchedLine> lines = VouchedLine.of(facts, conflicts, new Verifications(facts, conflicts));
        return new Vetted(facts.agreement(), facts.sources(), lines);
    }
}
