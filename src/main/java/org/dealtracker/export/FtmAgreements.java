package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.dealtracker.log.RecordKind;

/** An agreement as a Project: something that a group of participants does or is said to do, at whatever stage. */
final class FtmAgreements {
    private static final String PACKAGE = "package";

    private FtmAgreements() {}

    static void write(ObjectNode document, Consumer<ObjectNode> to) {
        String id = FtmEntity.id(RecordKind.AGREEMENT, document.path("slug").asText());
        JsonNode headline = document.path("headline");
        FtmEntity project = FtmEntity.thing("Project", id)
                .name("name", document.path("title").asText())
                .add("summary", document.path("summary"))
                .add("phase", FtmEntity.words(headline.path("stage")))
                .add("status", FtmEntity.words(headline.at("/verification/existence/code")))
                .add("keywords", FtmEntity.words(document.path("kind")));
        dates(project, document);
        worth(project, document, headline);
        standing(project, headline);
        document.path("externalIds")
                .forEach(each -> project.remark(
                        each.path("scheme").asText(), each.path("value").textValue()));
        project.cite(document.path("citations"));
        proofs(document).forEach(source -> project.add("proof", FtmEntity.id(RecordKind.SOURCE, source)));
        to.accept(project.json());
        related(document, headline, id, to);
        FtmClaims.write(document, id, to);
    }

    /** When the deal is said to have begun to bind and to end; competing days stand side by side, as they do here. */
    private static void dates(FtmEntity project, ObjectNode document) {
        for (JsonNode claim : document.path("dates")) {
            String event = claim.path("event").asText();
            String prefix = FtmClaims.isLive(claim) ? FtmDates.prefix(FtmText.date(claim.path("when"))) : null;
            if (event.equals("signed") || event.equals("in_force")) {
                project.add("startDate", prefix);
            } else if (event.equals("expires")) {
                project.add("endDate", prefix);
            }
        }
    }

    private static void worth(FtmEntity project, ObjectNode document, JsonNode headline) {
        JsonNode only = null;
        int packages = 0;
        for (JsonNode worth : headline.path("values")) {
            String text = worth.path("text").asText("not known") + " "
                    + worth.path("currency").asText("");
            project.remark("Worth, " + FtmEntity.words(worth.path("basis")), text.strip());
            if (worth.path("basis").asText().equals(PACKAGE)) {
                only = worth;
                packages++;
            }
        }
        // Of two currencies nobody could tell any more which amount is in which.
        if (packages == 1 && isExact(document, headline, only)) {
            project.add("amount", only.get("lower").decimalValue().toPlainString())
                    .add("currency", only.get("currency").textValue());
        }
    }

    /** What the deal is worth on one basis, with how far apart the reports of it are. */
    private static String words(JsonNode worth) {
        String text = worth.path("text").asText("not known") + " "
                + worth.path("currency").asText("");
        JsonNode lowest = worth.path("lowestReported");
        JsonNode highest = worth.path("highestReported");
        return lowest.isNumber() && highest.isNumber() && !lowest.equals(highest)
                ? text.strip() + ", reported from " + lowest.asText() + " to " + highest.asText()
                : text.strip();
    }

    /** Whether the whole deal's sum is one figure that nobody contests and nobody holds back from. */
    private static boolean isExact(ObjectNode document, JsonNode headline, JsonNode worth) {
        JsonNode lower = worth.path("lower");
        boolean one = lower.isNumber()
                && worth.path("currency").isTextual()
                && lower.equals(worth.path("upper"))
                && lower.equals(worth.path("lowestReported"))
                && lower.equals(worth.path("highestReported"));
        Set<String> contested = new LinkedHashSet<>();
        headline.path("contestedLines").forEach(line -> contested.add(line.asText()));
        for (JsonNode claim : document.path("values")) {
            if (FtmClaims.isLive(claim) && claim.path("basis").asText().equals(PACKAGE)) {
                JsonNode amount = claim.path("money").path("amount");
                one &= !contested.contains(claim.path("line").asText())
                        && amount.path("lower").isNumber()
                        && amount.path("lower").equals(amount.path("upper"))
                        && !amount.path("approximate").asBoolean()
                        && !amount.path("uncertain").asBoolean()
                        && !isHedged(claim);
            }
        }
        return one;
    }

    private static boolean isHedged(JsonNode claim) {
        for (JsonNode citation : claim.path("citations")) {
            if (!citation.path("hedges").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** How well it is vouched for. */
    private static void standing(FtmEntity project, JsonNode headline) {
        project.remark("Stage since", FtmText.date(headline.path("stageSince")))
                .remark("Verification of the figures", FtmEntity.words(headline.at("/verification/figures/code")))
                .remark(
                        "Independent origins",
                        headline.path("independentOrigins").asText())
                .remark("Contested", FtmText.value("contestedLines", headline.path("contestedLines")))
                .remark("First reported", FtmText.date(headline.path("firstReported")))
                .remark("Last reported", FtmText.date(headline.path("lastReported")));
    }

    /** Every source that supports a claim which the register goes by. */
    private static Set<String> proofs(ObjectNode document) {
        Set<String> sources = new LinkedHashSet<>();
        FtmClaims.each(
                document,
                (kind, claim) -> claim.path("citations").forEach(citation -> {
                    if (citation.path("stance").asText().equals("supports")) {
                        sources.add(citation.path("source").asText());
                    }
                }));
        return sources;
    }

    private static void related(ObjectNode document, JsonNode headline, String id, Consumer<ObjectNode> to) {
        for (JsonNode other : document.path("related")) {
            String target =
                    FtmEntity.id(RecordKind.AGREEMENT, other.path("agreement").asText());
            to.accept(FtmClaims.link(id, target, FtmEntity.words(other.path("type")))
                    .json());
        }
        // What a restriction means for the deal the register does not say, only that it may reach it.
        for (JsonNode touched : headline.path("restrictions")) {
            String target =
                    FtmEntity.id(RecordKind.RESTRICTION, touched.path("slug").asText());
            to.accept(FtmClaims.link(id, target, "touches")
                    .add("status", FtmEntity.words(touched.path("certainty")))
                    .json());
        }
    }
}
