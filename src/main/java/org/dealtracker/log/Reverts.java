package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.http.Lookup;

/** Makes what a record once said its newest revision: also of a record that was deleted or merged since. */
@ApplicationScoped
class Reverts {
    private final Writes writes;
    private final Entries entries;

    Reverts(Writes writes, Entries entries) {
        this.writes = writes;
        this.entries = entries;
    }

    /** Checks in the order 404, 428, 412, 400 or 422, 409. */
    <T extends Recorded> Appended revert(
            RecordType<T> type, String reference, String ifMatch, byte[] body, WhyRequest request) {
        writes.begin(type.reach() != RecordType.Reach.ITSELF);
        Served now = writes.holdAny(type.kind(), reference, ifMatch);
        ObjectNode tree = Json.body(body);
        Findings findings = new Findings();
        Why why = Reasons.ofRevert(request.of(tree, findings), findings);
        Served then = revision(new Form(tree, findings, Lookup.AS_WRITTEN), now);
        findings.throwIfAny();
        return writes.restore(type, now, lastLive(now), Json.stored(then.document()), why);
    }

    private Served revision(Form form, Served now) {
        Integer to = form.number("to", 1);
        form.require("to");
        form.end();
        if (to == null) {
            return null;
        }
        Optional<Served> then = entries.revision(now.id(), to);
        if (then.isEmpty()) {
            form.unacceptable(
                    "to",
                    "This " + now.kind().code() + " has no revision " + to + "; its last is " + now.revision() + ".");
        } else if (!then.get().live()) {
            form.unacceptable("to", "Revision " + to + " says only that the record went; name one before it.");
        }
        return then.orElse(null);
    }

    /** What the record said last; of one that can be read, what it says. */
    private Served lastLive(Served now) {
        Served last = now;
        while (!last.live()) {
            last = entries.revision(now.id(), last.revision() - 1).orElseThrow();
        }
        return last;
    }
}
