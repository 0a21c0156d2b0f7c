package org.dealtracker.agreement;

import org.dealtracker.http.Form;

/** That an agreement stands in some relation to another one. */
public record Related(RelationKind type, String agreement) {
    static Related read(Form form) {
        form.require("type", "agreement");
        Related related = new Related(form.code("type", RelationKind.class), form.reference("agreement", "agreement"));
        form.end();
        return related;
    }
}
