package org.dealtracker.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Problem;
import org.dealtracker.log.Appended;
import org.dealtracker.log.Editing;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.References;
import org.dealtracker.log.Why;
import org.dealtracker.log.Writes;

/** Takes in a bundle: all of it, or nothing. Callers have begun the transaction. */
@ApplicationScoped
class Bundles {
    private final Writes writes;
    private final Editing editing;
    private final References references;

    Bundles(Writes writes, Editing editing, References references) {
        this.writes = writes;
        this.editing = editing;
        this.references = references;
    }

    /**
     * @param body without what says why; the defaults are written into it
     * @return the records as they now stand, in the order of the log
     */
    List<Appended> take(ObjectNode body, Findings findings, Why why) {
        Defaults.apply(body, findings);
        Bundle bundle = references.bind(body, findings, Bundle.arriving(body), Bundle::read);
        List<List<? extends Recorded>> waves = new ArrayList<>();
        Map<UUID, String> places = new HashMap<>();
        for (List<? extends Recorded> records : bundle.all()) {
            for (int i = 0; i < records.size(); i++) {
                Recorded record = records.get(i);
                places.put(record.identity().id(), "/" + Bundle.collection(record.recordKind()) + "/" + i);
            }
            if (!records.isEmpty()) {
                waves.add(editing.slugged(records));
            }
        }
        if (waves.isEmpty()) {
            throw Problem.unacceptable("", "There is no record in this bundle.");
        }
        return writes.createAll(
                waves, why, record -> places.get(record.identity().id()));
    }
}
