package org.dealtracker.agreement;

import java.util.function.Consumer;
import org.dealtracker.http.Form;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Reference;

/** That a party takes part in the deal. */
public record Participation(String party, Role role) implements Saying {
    static Participation read(Form form, Ids ids) {
        form.require("party", "role");
        return new Participation(form.reference("party", "party"), form.code("role", Role.class));
    }

    @Override
    public void references(String pointer, Consumer<Reference> to) {
        to.accept(new Reference(RecordKind.PARTY, party, pointer));
    }
}
