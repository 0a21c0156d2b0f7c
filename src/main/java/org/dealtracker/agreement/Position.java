package org.dealtracker.agreement;

import java.util.function.Consumer;
import org.dealtracker.http.Form;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Reference;
import org.dealtracker.log.References;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * What a party says of something.
 *
 * @param about {@code deal}; the id of a claim or a status event of this agreement; or the slug of a source
 * @param when the party said it
 */
public record Position(String party, PositionStance stance, String about, FuzzyDate when) implements Saying {
    public static final String DEAL = "deal";

    static Position read(Form form, Ids ids) {
        form.require("party", "stance");
        return new Position(
                form.reference("party", "party"),
                form.code("stance", PositionStance.class),
                about(form, ids),
                Values.date(form, "when"));
    }

    private static String about(Form form, Ids ids) {
        String about = form.text("about", Form.NAME);
        if (about == null || about.equals(DEAL)) {
            return DEAL;
        }
        String part = ids.part(about);
        if (part != null) {
            return part;
        }
        return form.reference("about", "source");
    }

    @Override
    public void references(String pointer, Consumer<Reference> to) {
        to.accept(new Reference(RecordKind.PARTY, party, pointer));
        if (!about.equals(DEAL) && !References.isId(about)) {
            to.accept(new Reference(RecordKind.SOURCE, about, pointer));
        }
    }
}
