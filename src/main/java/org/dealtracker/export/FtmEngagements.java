package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dealtracker.log.RecordKind;

/** An engagement as an Event. */
final class FtmEngagements {
    private FtmEngagements() {}

    static void write(ObjectNode document, Consumer<ObjectNode> to) {
        String slug = document.path("slug").asText();
        String id = FtmEntity.id(RecordKind.ENGAGEMENT, slug);
        String kind = FtmEntity.words(document.path("kind"));
        FtmEntity event = FtmEntity.thing("Event", id)
                .name("name", document.path("title").asText(FtmEntity.capital(kind)))
                .add("keywords", kind)
                .add("summary", document.path("outcome"))
                .add("notes", document.path("note"));
        FtmDates.when(event, document.path("when"), "When");
        JsonNode where = document.path("where");
        event.address("location", where.path("text").textValue()).country(where.path("country"));
        if (where.has("lat")) {
            event.add("addressEntity", "ddt-place-" + slug);
        }
        document.path("participants").forEach(participant -> participant(event, participant));
        document.path("topics").forEach(topic -> topic(event, topic));
        for (JsonNode variant : document.path("variants")) {
            if (FtmClaims.isLive(variant)) {
                event.remark(
                                "Otherwise, " + variant.path("field").asText(),
                                variant.path("value").textValue())
                        .cite(variant.path("citations"));
            }
        }
        to.accept(event.cite(document.path("citations")).json());
        if (where.has("lat")) {
            to.accept(place("ddt-place-" + slug, where));
        }
        for (JsonNode agreement : document.path("agreements")) {
            to.accept(FtmClaims.link(id, FtmEntity.id(RecordKind.AGREEMENT, agreement.asText()), "bears on")
                    .json());
        }
    }

    /** Only a party is somebody that the register knows; of people it has names, which need not be of one person each. */
    private static void participant(FtmEntity event, JsonNode participant) {
        event.refer("involved", RecordKind.PARTY, participant.path("party"))
                .name("peopleMentioned", participant.path("person").textValue());
        List<String> parts = new ArrayList<>();
        for (String member : List.of("person", "office", "count", "description", "party")) {
            if (participant.has(member)) {
                parts.add(
                        member.equals("party")
                                ? "for " + participant.get(member).asText()
                                : participant.get(member).asText());
            }
        }
        event.remark("Participant", String.join(", ", parts));
    }

    private static void topic(FtmEntity event, JsonNode topic) {
        String code = FtmEntity.words(topic.path("code"));
        event.add("keywords", code)
                .remark("Topic", topic.has("level") ? code + ", " + FtmEntity.words(topic.get("level")) : code);
        event.cite(topic.path("citations"));
    }

    private static ObjectNode place(String id, JsonNode where) {
        String text = where.path("text").asText(where.path("country").asText("Place"));
        return FtmEntity.thing("Address", id)
                .name("name", text)
                .address("full", text)
                .country(where.path("country"))
                .add("latitude", where.get("lat").decimalValue().toPlainString())
                .add("longitude", where.get("lon").decimalValue().toPlainString())
                .json();
    }
}
