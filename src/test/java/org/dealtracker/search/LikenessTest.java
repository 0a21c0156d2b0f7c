package org.dealtracker.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Lookup;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Recorded;
import org.dealtracker.party.Party;
import org.dealtracker.search.AgreementLikeness.Side;
import org.dealtracker.search.AgreementLikeness.Sides;
import org.dealtracker.source.Source;
import org.dealtracker.support.Bodies;
import org.dealtracker.text.Trigrams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks for two records being of one thing, and how much. */
class LikenessTest {
    private static final Sides SIDES =
            new Sides(new Side(Set.of("a"), Set.of("a", "a-navy")), new Side(Set.of("b"), Set.of("b", "b-navy")));

    private static <T extends Recorded> T read(RecordType<T> type, ObjectNode body) {
        Findings findings = new Findings();
        T record = type.fresh(new Form(body, findings, Lookup.AS_WRITTEN));
        findings.throwIfAny();
        return record;
    }

    private static Party party(String members) {
        return read(Party.TYPE, Bodies.json("{kind: 'state', " + members + "}"));
    }

    private static Source source(String members) {
        return read(Source.TYPE, Bodies.json("{kind: 'news_article', " + members + "}"));
    }

    private static Agreement deal(String supplier, String recipient, String designation, String signed) {
        return read(Agreement.TYPE, Bodies.json("""
                {title: 'T', parties: [{party: '%s', role: 'supplier', citations: [{source: 's'}]},
                                       {party: '%s', role: 'recipient', citations: [{source: 's'}]}],
                 items: [{designation: '%s', category: 'combat_aircraft', citations: [{source: 's'}]}],
                 dates: [{event: 'signed', when: '%s', citations: [{source: 's'}]}]}""", supplier, recipient, designation, signed));
    }

    private static double score(Agreement one, Agreement other) {
        return AgreementLikeness.of(one, SIDES, other).score();
    }

    @Test
    void partiesDatesAndDesignationsEachCount() {
        Agreement deal = deal("a", "b", "JF-17", "2025-12");
        double same = score(deal, deal("a", "b", "JF-17 Block III", "2025-12-20"));
        assertThat(same).isBetween(0.8, 1.0);
        double affiliate = score(deal, deal("a-navy", "b", "JF-17", "2025-12-20"));
        double apart = score(deal, deal("a", "x", "JF-17", "2025-12-20"));
        assertThat(affiliate).isLessThan(same).isGreaterThan(apart + 0.2);
        assertThat(score(deal, deal("a", "b", "J-10", "2025-12-20"))).isLessThan(affiliate);
        assertThat(score(deal, deal("a", "b", "JF-17", "1990"))).isLessThan(affiliate);
        assertThat(score(deal, deal("x", "y", "J-10", "1990"))).isLessThan(Likeness.LEAST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: 'Türkiye' | name: 'Turkiye' | same_name",
                "name: 'LNA', aliases: [{name: 'Libyan National Army'}] | name: 'libyan national army' | same_name",
                "name: 'Super Mushshak Works' | name: 'Super Mushak Works' | similar_name",
                "name: 'China', country: 'CN' | name: 'China', country: 'CN' | same_name same_country",
                "name: 'China' | name: 'Chile' | ``",
                "name: 'X', externalIds: [{scheme: 'LEI', value: 'z'}] | name: 'Y', externalIds: [{scheme: 'lei', value: 'Z'}] | shared_external_id",
            })
    void partiesAreComparedByNamesCountryAndIds(String one, String other, String reasons) {
        assertThat(PartyLikeness.of(party(one), party(other)).grounds())
                .extracting(ground -> ground.code().code())
                .containsExactly(reasons.isEmpty() ? new String[0] : reasons.split(" "));
    }

    @Test
    void anotherCountrySpeaksAgainst() {
        double here = PartyLikeness.of(party("name: 'Navy', country: 'CN'"), party("name: 'Navy', country: 'CN'"))
                .score();
        double there = PartyLikeness.of(party("name: 'Navy', country: 'CN'"), party("name: 'Navy', country: 'ID'"))
                .score();
        assertThat(there).isLessThan(here * 0.7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: 'A', url: 'https://x.test/a?b' | title: 'Zz', url: 'http://www.x.test/a/' | same_address",
                "title: 'A', archiveUrl: 'https://x.test/a' | title: 'Zz', url: 'https://x.test/a' | same_address",
                "title: 'The same', publisher: 'P' | title: 'the SAME', publisher: 'p' | same_name same_publisher",
                "publisher: 'P', published: '2025-12-20' | publisher: 'P', published: '2025-12' | same_publisher published_close",
                "publisher: 'P', published: '2025-12-20' | publisher: 'P', published: '2025-12-24' | same_publisher",
                "title: 'A', url: 'https://x.test/a' | title: 'Zz', url: 'https://x.test/b' | ``",
            })
    void sourcesAreComparedByPageTitlePublisherAndDay(String one, String other, String reasons) {
        assertThat(SourceLikeness.of(source(one), source(other)).grounds())
                .extracting(ground -> ground.code().code())
                .containsExactly(reasons.isEmpty() ? new String[0] : reasons.split(" "));
    }

    @Test
    void theSameContentIsTheSameSource() {
        String content = "sha256: '" + "ab".repeat(32) + "'";
        Likeness likeness = SourceLikeness.of(
                source("title: 'A', " + content),
                source("title: 'Quite other', "
                        + content.toUpperCase(java.util.Locale.ROOT).replace("SHA256", "sha256")));
        assertThat(likeness.score()).isGreaterThan(0.6);
        assertThat(likeness.grounds()).extracting(Likeness.Ground::code).containsExactly(DuplicateReason.SAME_CONTENT);
    }

    @Property
    void moreReasonsNeverMakeItLessLikelyAndItIsNeverMoreThanSure(@ForAll("weights") List<Double> weights) {
        Likeness likeness = new Likeness();
        double before = 0;
        for (double weight : weights) {
            double now = likeness.because(DuplicateReason.SAME_NAME, weight, "").score();
            assertThat(now).isBetween(before, 1.0);
            before = now;
        }
        assertThat(likeness.against(0.5).score()).isLessThanOrEqualTo(before);
    }

    @Provide
    Arbitrary<List<Double>> weights() {
        return Arbitraries.doubles().between(0, 1).list().ofMaxSize(10);
    }

    @Property
    void likenessOfNamesIsTheSameBothWaysAndWholeOnlyOfTheSameWords(@ForAll String one, @ForAll String other) {
        assertThat(Trigrams.similarity(one, other))
                .isEqualTo(Trigrams.similarity(other, one))
                .isBetween(0.0, 1.0);
        boolean words = !org.dealtracker.text.Words.of(one).isEmpty();
        assertThat(Trigrams.similarity(one, one)).isEqualTo(words ? 1 : 0);
    }
}
