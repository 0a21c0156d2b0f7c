package org.dealtracker.source;

import java.util.List;
import org.dealtracker.http.Form;

/** The rules that an origin and its list of repeated sources keep, on a source and on a citation alike. */
final class Repeats {
    private Repeats() {}

    static void check(Form form, Origin origin, List<String> repeats, String self) {
        if (!repeats.isEmpty() && origin != Origin.REPEATS) {
            form.unacceptable("repeats", "'repeats' needs origin: repeats.");
        }
        if (origin == Origin.REPEATS
                && repeats.isEmpty()
                && (!form.has("repeats") || form.raw("repeats").isEmpty())) {
            form.unacceptable("repeats", "Say which sources it repeats; if nobody knows, the origin is unknown.");
        }
        if (self != null && repeats.contains(self)) {
            form.unacceptable("repeats", "A source cannot repeat itself.");
        }
    }
}
