package org.dealtracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.engagement.Engagement;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.http.Lookup;
import org.dealtracker.log.Identity;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Recorded;
import org.dealtracker.party.Party;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.source.Source;

/** A few records made by hand, around one agreement; single quotes stand for double ones. */
final class SmallRegister {
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Party> parties = new HashMap<>();
    private final List<Restriction> restrictions = new ArrayList<>();
    private final List<Assessment> assessments = new ArrayList<>();
    private final List<Engagement> engagements = new ArrayList<>();

    private static <T extends Recorded> T read(RecordType<T> type, String body) {
        ObjectNode tree = Json.body(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        Findings findings = new Findings();
        T record = type.fresh(new Form(tree, findings, Lookup.AS_WRITTEN));
        findings.throwIfAny();
        JsonNode slug = tree.path("slug");
        Identity made = record.identity();
        @SuppressWarnings("unchecked")
        T slugged = (T) record.as(new Identity(
                made.id(), slug.asText(type.kind().code()), 1, 1, java.time.Instant.EPOCH, java.time.Instant.EPOCH));
        return slugged;
    }

    /** @param more members besides slug and kind */
    SmallRegister source(String slug, String more) {
        return source(slug, "news_article", more);
    }

    SmallRegister source(String slug, String kind, String more) {
        String body = "{'slug':'" + slug + "','kind':'" + kind + "','publisher':'" + slug + "'" + more(more) + "}";
        sources.put(slug, read(Source.TYPE, body));
        return this;
    }

    SmallRegister party(String slug, String more) {
        parties.put(
                slug,
                read(Party.TYPE, "{'slug':'" + slug + "','name':'" + slug + "!','kind':'state'" + more(more) + "}"));
        return this;
    }

    SmallRegister restriction(String slug, String more) {
        restrictions.add(read(
                Restriction.TYPE,
                "{'slug':'" + slug + "','title':'" + slug + "!','issuer':'A council','citations':[{'source':'law'}]"
                        + more(more) + "}"));
        return this;
    }

    SmallRegister assessment(String more) {
        assessments.add(read(
                Assessment.TYPE,
                "{'citations':[{'source':'law'}],'subject':{'agreement':'agreement'}" + more(more) + "}"));
        return this;
    }

    SmallRegister engagement(String slug, String more) {
        engagements.add(read(
                Engagement.TYPE,
                "{'slug':'" + slug + "','kind':'visit','participants':[{'person':'A. B.'}]" + more(more) + "}"));
        return this;
    }

    private static String more(String members) {
        return members.isEmpty() ? "" : "," + members;
    }

    /** Everything around an agreement with these members. */
    Facts around(String members) {
        Agreement agreement = read(Agreement.TYPE, "{'title':'A deal'" + more(members) + "}");
        return new Facts(agreement, sources, parties, restrictions, assessments, engagements);
    }
}
