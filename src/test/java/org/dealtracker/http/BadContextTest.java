package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.dealtracker.support.Spoilt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engagements, assessments and restrictions spoilt member by member. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class BadContextTest {
    private static final String ENGAGEMENTS = """
            /kind | | 422
            /kind | 'party' | 422
            /kind | 7 | 400
            /title | '' | 422
            /title | 'x*501' | 422
            /when | '2025-13' | 422
            /when | 2025 | 400
            /where | 'Benghazi' | 400
            /where/country | 'LBY' | 422
            /where/lat | 91 | 422
            /where/lat | '32' | 400
            /where/lat | | 422
            /where/lon | -180.5 | 422
            /where/town | 'Benghazi' | 400
            /where | {} | 422 | /where/text
            /participants | | 422
            /participants | [] | 422
            /participants/0 | {} | 422 | /participants/0/person
            /participants/0/party | 'no-such-party' | 422
            /participants/0/count | 0 | 422
            /participants/0/rank | 'general' | 400
            /topics/0/code | | 422
            /topics/0/code | 'weather' | 422
            /topics/0/level | 'settled' | 422
            /topics/0/citations/0/source | 'no-such-source' | 422
            /outcome | 'x*10001' | 422
            /agreements | ['no-such-agreement'] | 422 | /agreements/0
            /agreements | 'none' | 400
            /variants/0/field | 'mood' | 422
            /variants/0/value | | 422
            /variants/0/rank | 'best' | 422
            /variants/0/citations | [] | 422
            /variants/1/value | 'yesterday' | 422
            /citations | | 422
            /citations | [] | 422
            /stance | 'critical' | 400
            """;

    private static final String ASSESSMENTS = """
            /stance | | 422
            /stance | 'hostile' | 422
            /themes | ['money'] | 422 | /themes/0
            /themes | ['legal', 'legal'] | 422 | /themes/1
            /nature | 'opinion' | 422
            /paraphrase | 'x*10001' | 422
            /by/kind | | 422
            /by/kind | 'somebody' | 422
            /by | {kind: 'named'} | 422 | /by/name
            /by/party | 'no-such-party' | 422
            /by/count | -3 | 422
            /subject | | 422
            /subject | {} | 422 | /subject/agreement
            /subject | 'deal' | 400
            /subject/agreement | 'no-such-agreement' | 422
            /subject/engagement | 'no-such-engagement' | 422
            /subject/restriction | 'no-such-restriction' | 422
            /subject/parties | ['no-such-party'] | 422 | /subject/parties/0
            /subject/claim | 'x' | 400
            /concerns | ['999'] | 422 | /concerns/0
            /concerns | [15] | 400 | /concerns/0
            /hedges/0/marker | 'perhaps' | 422
            /when | 'soon' | 422
            /finding | 'guilty' | 422
            /citations | | 422
            /title | 'x' | 400
            """;

    private static final String RESTRICTIONS = """
            /title | | 422
            /issuer | | 422
            /issuer | 7 | 400
            /reference | 'x*501' | 422
            /url | 'nowhere' | 422
            /direction | 'away' | 422
            /targets/0 | {} | 422 | /targets/0/party
            /targets/0/country | 'XX' | 422
            /targets/1/party | 'no-such-party' | 422
            /targets/1/country | 'LY' | 422 | /targets/1/party
            /targets/0/region | '015' | 400
            /scope | ['arms'] | 422 | /scope/0
            /scope | 'all_goods' | 400
            /from | '2011-02-30' | 422
            /to | '2010' | 422
            /amendments/0/effect | | 422
            /amendments/0/effect | 'repeals' | 422
            /amendments/0/scope | ['arms'] | 422 | /amendments/0/scope/0
            /amendments/0/to | '2001' | 422
            /amendments/0/citations | | 422
            /citations | | 422
            /finding | 'breaches' | 400
            """;

    static Stream<Spoilt> engagements() {
        return Spoilt.table(ENGAGEMENTS);
    }

    static Stream<Spoilt> assessments() {
        return Spoilt.table(ASSESSMENTS);
    }

    static Stream<Spoilt> restrictions() {
        return Spoilt.table(RESTRICTIONS);
    }

    private static ObjectNode engagement() {
        return Bodies.json("""
                {slug: '%s', kind: 'visit', title: 'A visit', when: '2025-12-18',
                 where: {text: 'Benghazi', country: 'LY', lat: 32.1, lon: 20.1},
                 participants: [{person: 'A. Person', office: 'Chief', party: '%s', count: 1}],
                 topics: [{code: 'training', level: 'agreed', citations: [{source: '%3$s'}]}],
                 outcome: 'None.', agreements: [],
                 variants: [{field: 'where', value: 'Tripoli', rank: 'deprecated', citations: [{source: '%3$s'}]},
                            {field: 'when', value: '2025-12-17', citations: [{source: '%3$s'}]}],
                 note: 'N.', citations: [{source: '%3$s'}]}""", Fixtures.fresh("visit"), Fixtures.pakistan(), Fixtures.reuters());
    }

    private static ObjectNode assessment() {
        return Bodies.json("""
                {slug: '%s', stance: 'critical', themes: ['legal', 'stability'], nature: 'judgement', paraphrase: 'Wrong.',
                 by: {kind: 'unnamed', description: 'analysts', count: 2, party: '%2$s'}, subject: {parties: ['%2$s']},
                 concerns: ['015', '%2$s'], hedges: [{marker: 'could', phrase: 'could'}], when: '2025-12',
                 finding: 'breaches', note: 'N.', citations: [{source: '%3$s'}]}""", Fixtures.fresh("judgement"), Fixtures.pakistan(), Fixtures.reuters());
    }

    private static ObjectNode restriction() {
        // Of no deal, or a new restriction would be an entry for each deal that it touches.
        String nobody = Fixtures.created("parties", Fixtures.party());
        return Bodies.json("""
                {slug: '%s', title: 'An embargo', issuer: 'A council', reference: 'R/1', url: 'https://example.org/r',
                 direction: 'to_target', targets: [{country: 'KI'}, {party: '%2$s'}], scope: ['all_goods', 'training'],
                 from: '2011-02-26', to: '2030',
                 amendments: [{reference: 'R/2', effect: 'exempts', scope: ['training'], from: '2025-01', to: '2026',
                               text: 'For training only.', citations: [{source: '%3$s'}]}],
                 note: 'N.', citations: [{source: '%3$s'}]}""", Fixtures.fresh("embargo"), nobody, Fixtures.reuters());
    }

    @ParameterizedTest
    @MethodSource("engagements")
    void aSpoiltMemberOfAnEngagementIsRefusedUnderItsPointer(Spoilt spoilt) {
        assertRefused("engagements", spoilt, engagement());
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void aSpoiltMemberOfAnAssessmentIsRefusedUnderItsPointer(Spoilt spoilt) {
        assertRefused("assessments", spoilt, assessment());
    }

    @ParameterizedTest
    @MethodSource("restrictions")
    void aSpoiltMemberOfARestrictionIsRefusedUnderItsPointer(Spoilt spoilt) {
        assertRefused("restrictions", spoilt, restriction());
    }

    private static void assertRefused(String collection, Spoilt spoilt, ObjectNode good) {
        long head = Api.head();
        spoilt.assertRefused(Api.post("/" + collection, spoilt.spoil(good)));
        assertThat(Api.head()).isEqualTo(head);
        Api.post("/" + collection, good).expect(201);
        String path = "/" + collection + "/" + good.get("slug").textValue();
        ObjectNode edit = spoilt.spoil(good).put("changeReason", "An edit.");
        spoilt.assertRefused(Api.put(path, "\"r1\"", edit));
        assertThat(Api.head()).isEqualTo(head + 1);
    }
}
