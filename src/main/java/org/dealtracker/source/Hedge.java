package org.dealtracker.source;

import org.dealtracker.http.Form;

/**
 * A word by which a source holds back. Bounds such as "more than" are the value's own, never a hedge.
 *
 * @param phrase as printed
 */
public record Hedge(String phrase, HedgeMarker marker) {
    public static Hedge read(Form form) {
        Hedge hedge = new Hedge(form.text("phrase", Form.NAME), form.code("marker", HedgeMarker.class));
        form.require("marker");
        form.end();
        return hedge;
    }
}
