package org.dealtracker.assessment;

import java.util.List;
import java.util.function.Consumer;
import org.dealtracker.http.Form;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Reference;

/** What is judged: one or more of an agreement, an engagement, a restriction, parties. */
public record Subject(String agreement, String engagement, String restriction, List<String> parties) {
    static final Subject NONE = new Subject(null, null, null, List.of());

    private static final String POINTER = "/subject";

    static Subject read(Form form) {
        Subject subject = new Subject(
                form.reference("agreement", "agreement"),
                form.reference("engagement", "engagement"),
                form.reference("restriction", "restriction"),
                form.references("parties", "party"));
        boolean parties = form.has("parties") && !form.raw("parties").isEmpty();
        if (!form.has("agreement") && !form.has("engagement") && !form.has("restriction") && !parties) {
            form.unacceptable("agreement", "A subject is an agreement, an engagement, a restriction or parties.");
        }
        form.end();
        return subject;
    }

    void references(Consumer<Reference> to) {
        add(RecordKind.AGREEMENT, agreement, to);
        add(RecordKind.ENGAGEMENT, engagement, to);
        add(RecordKind.RESTRICTION, restriction, to);
        parties.forEach(party -> add(RecordKind.PARTY, party, to));
    }

    private static void add(RecordKind kind, String slug, Consumer<Reference> to) {
        if (slug != null) {
            to.accept(new Reference(kind, slug, POINTER));
        }
    }
}
