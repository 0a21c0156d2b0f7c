package org.dealtracker.cite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Rank;
import org.dealtracker.http.Json;
import org.dealtracker.source.Citation;
import org.dealtracker.source.CitationStance;
import org.dealtracker.source.Credibility;
import org.dealtracker.source.Hedge;
import org.dealtracker.source.Origin;
import org.dealtracker.source.Reliability;
import org.dealtracker.source.Source;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.wording.ClaimWords;
import org.dealtracker.wording.Words;

/**
 * Claims of an agreement as {@code Claim}s of schema.org. A claim appears in the works that say so, and in no others:
 * every citation stands apart, in a {@code Role} that names what it does for the claim.
 */
final class ClaimNodes {
    private final String agreement;
    private final String title;
    private final ClaimWords words;
    private final WorkNodes works;
    private final Map<String, Source> sources;

    /** @param agreement its address, below which its claims are */
    ClaimNodes(String agreement, String title, ClaimWords words, WorkNodes works, Map<String, Source> sources) {
        this.agreement = agreement;
        this.title = title;
        this.words = words;
        this.works = works;
        this.sources = sources;
    }

    String id(ClaimKind kind, String claim) {
        return agreement + "/" + kind.collection() + "/" + claim;
    }

    /** What claims say, with what they say it of, so that it can be read alone. */
    String sentence(ClaimKind kind, List<? extends JsonNode> claims) {
        Set<String> said = new LinkedHashSet<>();
        claims.forEach(claim -> said.add(words.says(kind, claim)));
        return Plain.sentence("Reported of " + Words.quoted(title) + ": " + String.join("; or: ", said));
    }

    /**
     * @param said the same as it stands in the document
     * @param replaced whether an amendment changed its terms
     */
    ObjectNode node(ClaimKind kind, Claim claim, JsonNode said, boolean replaced) {
        ObjectNode node = Nodes.node("Claim", id(kind, claim.id().toString()));
        node.put("name", Words.capital(words.subject(kind, said).replaceFirst("^the ", "")));
        node.put("text", sentence(kind, List.of(said)));
        Nodes.put(node, "description", remarks(claim));
        boolean deprecated = claim.rank() == Rank.DEPRECATED;
        Nodes.put(node, "creativeWorkStatus", deprecated ? "Deprecated" : replaced ? "Replaced" : null);
        node.set("isPartOf", Nodes.reference(agreement));
        node.put("dateCreated", claim.recordedAt().toString());
        List<Citation> supports = claim.citations().stream()
                .filter(citation -> citation.stance() == CitationStance.SUPPORTS)
                .toList();
        ArrayNode appearances = Json.object().putArray("appearance");
        supports.stream()
                .map(Citation::source)
                .distinct()
                .forEach(slug -> appearances.add(Nodes.reference(works.id(slug))));
        Nodes.put(node, "appearance", appearances);
        String first = first(supports);
        if (first != null) {
            node.set("firstAppearance", Nodes.reference(works.id(first)));
        }
        ArrayNode citations = node.putArray("citation");
        claim.citations().forEach(citation -> citations.add(role(citation)));
        return node;
    }

    /** What a reader of the sentence alone would take for more than it is. */
    private static String remarks(Claim claim) {
        Set<String> remarks = new LinkedHashSet<>();
        claim.citations().stream()
                .filter(citation -> citation.stance() == CitationStance.SUPPORTS)
                .filter(citation -> !citation.hedges().isEmpty())
                .forEach(citation -> remarks.add("Held back: " + hedges(citation)));
        if (claim.rank() != Rank.NORMAL) {
            String why = claim.rankReason() == null ? "" : ": " + Plain.line(claim.rankReason());
            remarks.add(Words.capital(claim.rank().code()) + why);
        }
        return remarks.stream().map(Plain::sentence).collect(Collectors.joining(" "));
    }

    private static String hedges(Citation citation) {
        return citation.hedges().stream().map(ClaimNodes::hedge).collect(Collectors.joining(", "));
    }

    private static String hedge(Hedge hedge) {
        String marker = Words.plain(hedge.marker().code());
        return hedge.phrase() == null ? marker : Words.quoted(hedge.phrase()) + " (" + marker + ")";
    }

    /** The work that surely said so before all others, and does not itself say that it has it from elsewhere; or null. */
    private String first(List<Citation> supports) {
        return supports.stream()
                .filter(citation -> !repeats(citation))
                .filter(citation -> supports.stream()
                        .filter(other -> !other.source().equals(citation.source()))
                        .allMatch(other -> before(citation, other)))
                .filter(citation -> published(citation) != null)
                .map(Citation::source)
                .findFirst()
                .orElse(null);
    }

    private boolean repeats(Citation citation) {
        Source source = sources.get(citation.source());
        Origin own = source == null ? Origin.UNKNOWN : source.origin();
        return (citation.origin() == null ? own : citation.origin()) == Origin.REPEATS;
    }

    private boolean before(Citation one, Citation other) {
        FuzzyDate first = published(one);
        FuzzyDate then = published(other);
        return isSure(first) && isSure(then) && first.latest().isBefore(then.earliest());
    }

    private static boolean isSure(FuzzyDate date) {
        return date != null && date.latest() != null && !date.approximate() && !date.uncertain();
    }

    private FuzzyDate published(Citation citation) {
        Source source = sources.get(citation.source());
        return source == null ? null : source.published();
    }

    /** A citation with what it does for what carries it. */
    ObjectNode role(Citation citation) {
        ObjectNode role =
                Nodes.node("Role", null).put("roleName", citation.stance().code());
        Nodes.put(role, "description", details(citation));
        ObjectNode source = Nodes.reference(works.id(citation.source()));
        if (citation.reportedAs() == null) {
            role.set("citation", source);
        } else {
            ObjectNode quotation = Nodes.node("Quotation", null).put("text", citation.reportedAs());
            quotation.set("isPartOf", source);
            role.set("citation", quotation);
        }
        return role;
    }

    private static String details(Citation citation) {
        StringBuilder details = new StringBuilder();
        if (citation.locator() != null) {
            boolean silent = citation.stance() == CitationStance.SILENT;
            details.append(silent ? "Searched and not found: " : "").append(Plain.line(citation.locator()));
        }
        boolean graded =
                citation.reliability() != Reliability.F || citation.credibility() != Credibility.CANNOT_BE_JUDGED;
        if (graded) {
            details.append(details.isEmpty() ? "" : "; ")
                    .append("reliability ")
                    .append(citation.reliability().code())
                    .append(", credibility ")
                    .append(citation.credibility().code());
        }
        return details.toString();
    }
}
