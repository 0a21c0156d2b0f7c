package org.dealtracker.cite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dealtracker.agreement.Verification;
import org.dealtracker.evidence.VouchedLine;

/**
 * How lines of an agreement are vouched for, as {@code ClaimReview}s of the register. The rating is the register's own
 * code with what it means; there is no number, because the register gives none. Where no origin of a line is known,
 * nothing was weighed, and there is no review.
 */
final class ReviewNodes {
    private final String agreement;
    private final String evidence;
    private final String register;
    private final String day;
    private final ClaimNodes claims;
    private final Map<String, JsonNode> said;

    /**
     * @param agreement the address of the agreement
     * @param evidence where the reasons stand, for ever
     * @param register the node of who reviews
     * @param day when the record last changed
     * @param said the claims by their ids, as they stand in the document
     */
    ReviewNodes(
            String agreement,
            String evidence,
            String register,
            String day,
            ClaimNodes claims,
            Map<String, JsonNode> said) {
        this.agreement = agreement;
        this.evidence = evidence;
        this.register = register;
        this.day = day;
        this.claims = claims;
        this.said = said;
    }

    static boolean isWeighed(VouchedLine line) {
        return line.verification().code() != Verification.UNVERIFIED;
    }

    ObjectNode node(VouchedLine line) {
        String id = agreement + "#review-" + line.kind().collection() + "-" + line.line();
        ObjectNode node = Nodes.node("ClaimReview", id);
        List<JsonNode> documents = line.claims().stream()
                .map(claim -> said.get(claim.id().toString()))
                .toList();
        node.put("url", evidence);
        node.put("claimReviewed", claims.sentence(line.kind(), documents));
        ArrayNode reviewed = node.putArray("itemReviewed");
        line.claims()
                .forEach(claim -> reviewed.add(
                        Nodes.reference(claims.id(line.kind(), claim.id().toString()))));
        node.set("author", Nodes.reference(register));
        node.put("datePublished", day);
        Verification code = line.verification().code();
        node.set(
                "reviewRating",
                Nodes.node("Rating", null)
                        .put("alternateName", code.code())
                        .put("ratingExplanation", explanation(line)));
        return node;
    }

    private static String explanation(VouchedLine line) {
        Verification code = line.verification().code();
        String also = line.verification().reasons().stream()
                .filter(reason -> reason != code)
                .map(Verification::definition)
                .collect(Collectors.joining(" "));
        return code.definition() + (also.isEmpty() ? "" : " " + also) + " Independent origins: "
                + line.origins().size() + "; sources of which nobody knows where they have it from: "
                + line.originsUnknown() + ".";
    }
}
