package org.dealtracker.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.engagement.Engagement;
import org.dealtracker.http.Form;
import org.dealtracker.http.Problem;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.References.Target;
import org.dealtracker.party.Party;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.source.Source;

/**
 * Records of several kinds in one body, in any order, that refer to each other by slug. As in every create, an
 * {@code id} in it is ignored, and a record without a slug gets one made from its title, by which no other record of
 * the bundle can know it.
 */
record Bundle(
        List<Party> parties,
        List<Source> sources,
        List<Restriction> restrictions,
        List<Engagement> engagements,
        List<Assessment> assessments,
        List<Agreement> agreements) {
    private static final int MOST = 1_000;

    static Bundle read(Form form) {
        form.raw(Defaults.MEMBER);
        Bundle bundle = new Bundle(
                form.list(collection(RecordKind.PARTY), Party.TYPE::fresh),
                form.list(collection(RecordKind.SOURCE), Source.TYPE::fresh),
                form.list(collection(RecordKind.RESTRICTION), Restriction.TYPE::fresh),
                form.list(collection(RecordKind.ENGAGEMENT), Engagement.TYPE::fresh),
                form.list(collection(RecordKind.ASSESSMENT), Assessment.TYPE::fresh),
                form.list(collection(RecordKind.AGREEMENT), Agreement.TYPE::fresh));
        bundle.all().forEach(records -> refuseTwins(form, records));
        form.end();
        return bundle;
    }

    /** Noted here and not left to be found in the database: the record that holds it already is none that can be read. */
    private static void refuseTwins(Form form, List<? extends Recorded> records) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            Recorded record = records.get(i);
            String at = "/" + collection(record.recordKind()) + "/" + i + "/";
            if (record.identity().slug() != null && !seen.add(record.identity().slug())) {
                form.unacceptableAt(at + "slug", "Two records of this bundle have the same slug.");
            }
            for (String key : record.uniqueKeys()) {
                String member = key.split(":", 2)[0];
                if (!seen.add(key)) {
                    form.unacceptableAt(at + member, "Two records of this bundle have the same " + member + ".");
                }
            }
        }
    }

    /** All records by their kind; what later ones derive rests on earlier ones. */
    List<List<? extends Recorded>> all() {
        return List.of(parties, sources, restrictions, engagements, assessments, agreements);
    }

    /** Whether a body brings what may change records that are there already. */
    static boolean reachesOthers(ObjectNode body) {
        return Stream.of(RecordKind.RESTRICTION, RecordKind.ASSESSMENT)
                .anyMatch(kind -> !body.path(collection(kind)).isEmpty());
    }

    /** @throws Problem 422 when a body brings too many records for one transaction */
    static void requireFew(ObjectNode body) {
        long count =
                kinds().mapToLong(kind -> body.path(collection(kind)).size()).sum();
        if (count > MOST) {
            throw Problem.unacceptable("", "A bundle holds at most " + MOST + " records; this one has " + count + ".");
        }
    }

    /** The records that a body brings, which may be referred to before they are written. */
    static Set<Target> arriving(ObjectNode body) {
        return kinds().flatMap(kind -> elements(body.path(collection(kind)))
                        .filter(record -> record.path("slug").isTextual())
                        .map(record ->
                                new Target(kind.code(), record.get("slug").textValue())))
                .collect(Collectors.toSet());
    }

    private static Stream<RecordKind> kinds() {
        return Arrays.stream(RecordKind.values());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The member of a bundle that holds the records of a kind. */
    static String collection(RecordKind kind) {
        return kind.path().substring(kind.path().lastIndexOf('/') + 1);
    }
}
