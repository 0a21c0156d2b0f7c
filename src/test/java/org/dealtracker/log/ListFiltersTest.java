package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/** What parties and sources are found by, and what all lists have in common. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ListFiltersTest {
    private static String party(String body, Object... arguments) {
        return Fixtures.created("parties", Bodies.json(body, arguments));
    }

    private static String source(String body, Object... arguments) {
        return Fixtures.created("sources", Bodies.json(body, arguments));
    }

    private static List<String> slugs(String path) {
        return Api.get(path).expect(200).each("/items", "slug");
    }

    @Test
    void aPartyIsFoundByANameOrAliasThatIsSpelledOtherwise() {
        String army =
                party("{name: 'Zubrovkan Army Corps', kind: 'faction', aliases: [{name: 'Kommandant Wsewolod'}]}");
        String other = party("{name: 'Freedonian Navy', kind: 'armed_force', country: 'AQ'}");
        assertThat(slugs("/parties?name=Zubrowkan")).contains(army).doesNotContain(other);
        assertThat(slugs("/parties?name=ZUBROVKAN")).contains(army);
        assertThat(slugs("/parties?name=Wsevolod")).contains(army).doesNotContain(other);
        assertThat(slugs("/parties?name=freedonia")).contains(other).doesNotContain(army);
        assertThat(slugs("/parties?country=AQ")).containsExactly(other);
        assertThat(slugs("/parties?kind=faction&name=Zubrovkan")).containsExactly(army);
        assertThat(slugs("/parties?kind=state&name=Zubrovkan")).isEmpty();
    }

    @Test
    void aNameThatWasGivenUpIsFoundInThePastOnly() {
        String slug = party("{name: 'Quondamland', kind: 'state'}");
        long before = Api.head();
        Api.patch("/parties/" + slug, "\"r1\"", Bodies.json("{name: 'Hodiernia'}"))
                .expect(200);
        assertThat(slugs("/parties?name=Quondamland")).isEmpty();
        assertThat(slugs("/parties?name=Quondamland&asOfSeq=" + before)).containsExactly(slug);
        assertThat(slugs("/parties?name=Hodiernia&asOfSeq=" + before)).isEmpty();
        assertThat(slugs("/parties?name=Hodiernia")).containsExactly(slug);
    }

    @Test
    void aSourceIsFoundByPublisherKindTimeAndWhetherItWasWithdrawn() {
        String early = source("{kind: 'broadcast', title: 'Early', publisher: 'Télé Zéta', published: '2019-03-02'}");
        String vague = source("{kind: 'analysis', title: 'Vague', publisher: 'Tele Zeta', published: '2019'}");
        String gone = source(
                "{kind: 'broadcast', title: 'Gone', publisher: 'Tele Zeta', published: '[2019-01-01,2019-12-31]',"
                        + " retraction: {reason: 'Made up.'}}");
        String undated = source("{kind: 'broadcast', title: 'Undated', publisher: 'Tele Zeta', published: 'unknown'}");
        String of = "/sources?publisher=tele%20zeta";
        assertThat(slugs(of)).containsExactlyInAnyOrder(early, vague, gone, undated);
        assertThat(slugs(of + "&published=2019-03")).containsExactlyInAnyOrder(early, vague, undated);
        assertThat(slugs(of + "&published=2019-12-31")).containsExactlyInAnyOrder(vague, gone, undated);
        assertThat(slugs(of + "&published=2020/2021")).containsExactly(undated);
        assertThat(slugs(of + "&retracted=true")).containsExactly(gone);
        assertThat(slugs(of + "&retracted=false&kind=broadcast")).containsExactlyInAnyOrder(early, undated);
        assertThat(slugs(of + "&kind=broadcast&kind=analysis")).hasSize(4);
        assertThat(slugs(of + "&sort=-date")).startsWith(early).endsWith(undated);
        Answer counted = Api.get(of + "&facets=kind,retracted&limit=1").expect(200);
        assertThat(counted.at("/facets/kind/0").toString()).isEqualTo("{\"value\":\"broadcast\",\"count\":3}");
        assertThat(counted.at("/facets/retracted")).hasSize(2);
    }

    @Test
    void updatedSinceFindsWhatWasWrittenFromThatMomentOn() {
        String first = party("{name: 'Before the moment', kind: 'other'}");
        Answer second = Api.get("/parties/" + party("{name: 'From the moment on', kind: 'other'}"));
        String moment = second.textAt("/updatedAt");
        assertThat(slugs("/parties?limit=500&kind=other&updatedSince=" + moment))
                .contains(second.textAt("/slug"))
                .doesNotContain(first);
    }
}
