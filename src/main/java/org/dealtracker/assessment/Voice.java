package org.dealtracker.assessment;

import org.dealtracker.http.Form;

/**
 * Who judges.
 *
 * @param description of those who are not named: "analysts", "three officials"
 * @param count how many they are said to be
 * @param party the side that they stand for
 */
public record Voice(VoiceKind kind, String name, String description, Integer count, String party) {
    static Voice read(Form form) {
        Voice voice = new Voice(
                form.code("kind", VoiceKind.class),
                form.text("name", Form.NAME),
                form.text("description", Form.TEXT),
                form.number("count", 1),
                form.reference("party", "party"));
        form.require("kind");
        boolean bare = !form.has("name") && !form.has("party");
        if ((voice.kind == VoiceKind.NAMED || voice.kind == VoiceKind.ORGANISATION) && bare) {
            form.unacceptable("name", "Who is named or an organisation has a name or is a party.");
        }
        form.end();
        return voice;
    }
}
