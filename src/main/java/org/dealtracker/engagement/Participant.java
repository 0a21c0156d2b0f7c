package org.dealtracker.engagement;

import org.dealtracker.http.Form;

/**
 * Who took part.
 *
 * @param person by name
 * @param office what he or she is said to be; sources differ, and it may be wrong
 * @param party the side that he or she stands for
 * @param count how many, where it is more than one
 * @param description of those who are not named
 */
public record Participant(String person, String office, String party, Integer count, String description) {
    static Participant read(Form form) {
        Participant participant = new Participant(
                form.text("person", Form.NAME),
                form.text("office", Form.NAME),
                form.reference("party", "party"),
                form.number("count", 1),
                form.text("description", Form.TEXT));
        if (!form.has("person") && !form.has("office") && !form.has("party") && !form.has("description")) {
            form.unacceptable("person", "A participant has a person, an office, a party or a description.");
        }
        form.end();
        return participant;
    }
}
