package org.dealtracker.engagement;

import java.util.List;
import org.dealtracker.http.Form;
import org.dealtracker.source.Citation;

/**
 * What an engagement was about.
 *
 * @param level how far the sides came on it, where a source says so
 * @param citations who says so of this topic; where there is none, the engagement's own hold
 */
public record Topic(TopicCode code, TopicLevel level, List<Citation> citations) {
    static Topic read(Form form) {
        Topic topic = new Topic(
                form.code("code", TopicCode.class),
                form.code("level", TopicLevel.class),
                form.list("citations", Citation::read));
        form.require("code");
        form.end();
        return topic;
    }
}
