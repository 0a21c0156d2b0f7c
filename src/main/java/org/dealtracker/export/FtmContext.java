package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dealtracker.log.RecordKind;

/** What is around an agreement: judgements of it, and the restrictions that may reach it. */
final class FtmContext {
    private FtmContext() {}

    /** An assessment as a Note on all that it judges. */
    static void assessment(ObjectNode document, Consumer<ObjectNode> to) {
        JsonNode subject = document.path("subject");
        String stance = FtmEntity.words(document.path("stance"));
        String nature = FtmEntity.words(document.path("nature"));
        FtmEntity note = FtmEntity.thing(
                        "Note",
                        FtmEntity.id(
                                RecordKind.ASSESSMENT, document.path("slug").asText()))
                .name("name", FtmEntity.capital(nature) + ", " + stance)
                .add("description", document.path("paraphrase").asText(FtmEntity.capital(nature) + ", " + stance))
                .add("keywords", stance)
                .add("keywords", nature)
                .refer("entity", RecordKind.AGREEMENT, subject.path("agreement"))
                .refer("entity", RecordKind.ENGAGEMENT, subject.path("engagement"))
                .refer("entity", RecordKind.RESTRICTION, subject.path("restriction"));
        subject.path("parties").forEach(party -> note.refer("entity", RecordKind.PARTY, party));
        document.path("themes").forEach(theme -> note.add("keywords", FtmEntity.words(theme)));
        JsonNode by = document.path("by");
        note.remark("By", voice(by))
                .remark("For", by.path("party").textValue())
                .remark("When", FtmText.date(document.path("when")))
                .remark("Concerns", FtmText.value("concerns", document.path("concerns")))
                .remark("Finding", FtmEntity.words(document.path("finding")))
                .add("notes", document.path("note"));
        document.path("hedges")
                .forEach(hedge -> note.remark(
                        "Hedged", hedge.path("phrase").asText() + " (" + FtmEntity.words(hedge.path("marker")) + ")"));
        to.accept(note.cite(document.path("citations")).json());
    }

    private static String voice(JsonNode by) {
        StringBuilder voice = new StringBuilder(FtmEntity.words(by.path("kind")));
        for (String member : new String[] {"name", "count", "description"}) {
            if (by.has(member)) {
                voice.append(", ").append(by.get(member).asText());
            }
        }
        return voice.toString();
    }

    /**
     * A restriction as the act that lays it down, which can be pointed at and can do without targets, and as one Sanction
     * for each target.
     *
     * @param place the id of the entity of a country
     */
    static void restriction(ObjectNode document, Function<JsonNode, String> place, Consumer<ObjectNode> to) {
        String slug = document.path("slug").asText();
        FtmEntity act = FtmEntity.thing("Document", FtmEntity.id(RecordKind.RESTRICTION, slug))
                .string("title", document.path("title").asText())
                .name("name", document.path("title").asText())
                .add("fileName", slug)
                .add("publisher", document.path("issuer"))
                .add("sourceUrl", document.path("url"))
                .add("keywords", "restriction")
                .remark("Reference", document.path("reference").textValue())
                .remark("From", FtmText.date(document.path("from")))
                .remark("To", FtmText.date(document.path("to")))
                .remark("Reaches", reach(document))
                .add("notes", document.path("note"));
        for (JsonNode amendment : document.path("amendments")) {
            act.remark("Amendment", FtmText.claim(amendment)).cite(amendment.path("citations"));
        }
        to.accept(act.cite(document.path("citations")).json());
        for (JsonNode target : document.path("targets")) {
            String entity = target.has("party")
                    ? FtmEntity.id(RecordKind.PARTY, target.get("party").asText())
                    : place.apply(target.path("country"));
            to.accept(sanction(document, slug, entity));
        }
    }

    private static ObjectNode sanction(ObjectNode document, String slug, String entity) {
        FtmEntity sanction = FtmEntity.interval("Sanction", FtmEntity.madeOf("sanction", slug, entity))
                .add("entity", entity)
                .add("authority", document.path("issuer"))
                .add("program", document.path("title"))
                .add("programUrl", document.path("url"))
                .add("sourceUrl", document.path("url"))
                .add("recordId", slug)
                .remark(reach(document))
                .remark(document.path("note").textValue());
        document.path("scope").forEach(scope -> sanction.add("provisions", FtmEntity.words(scope)));
        FtmDates.span(sanction, document.path("from"), document.path("to"));
        return sanction.cite(document.path("citations")).json();
    }

    private static String reach(ObjectNode document) {
        String what = FtmText.value("scope", document.path("scope"));
        String whom = document.path("targets").isEmpty()
                ? "whoever is bound by it"
                : FtmEntity.words(document.path("direction"));
        return (what.isEmpty() ? "what is not specified" : what) + ", " + whom;
    }
}
