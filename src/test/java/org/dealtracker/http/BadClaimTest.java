package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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

/** Each member of an agreement spoilt in turn: refused under its own pointer, and nothing is written. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class BadClaimTest {
    /** What is set, to what (nothing: removed), the status, the pointer that is named if it is not the one set. */
    private static final String SPOILT = """
            /title | | 422
            /title | null | 422
            /title | '' | 422
            /title | 7 | 400
            /title | ['x'] | 400
            /title | 'x*501' | 422
            /summary | 'x*10001' | 422
            /summary | '\\u0000' | 422
            /summary | 'a\\ud800' | 422
            /summary | '\\udc00\\ud800' | 422
            /kind | 'barter' | 422
            /kind | 'SALE' | 422
            /kind | {} | 400
            /unheardOf | 1 | 400
            /externalIds | {} | 400
            /externalIds/0/scheme | | 422
            /externalIds/0/sceme | 'x' | 400
            /externalIds/0 | 'sipri' | 400
            /related | [{type: 'amends', agreement: 'no-such-deal'}] | 422 | /related/0/agreement
            /related | [{type: 'amend', agreement: 'no-such-deal'}] | 422 | /related/0/type /related/0/agreement
            /related | [{}] | 422 | /related/0/type /related/0/agreement
            /slug | 'Two Words' | 422
            /slug | 'a--b' | 422
            /slug | '-a' | 422
            /slug | '' | 422
            /slug | 'x*101' | 422
            /slug | '0190b2f0-0000-7000-8000-000000000000' | 422
            /slug | 5 | 400
            /changeType | 'oops' | 422
            /changeType | 'transition' | 422
            /changeType | 3 | 400
            /changeReason | 3 | 400
            /changeReason | 'x*10001' | 422
            /parties | 'pakistan' | 400
            /parties/0 | 'pakistan' | 400
            /parties/0 | null | 400
            /parties/0/party | | 422
            /parties/0/party | 'no-such-party' | 422
            /parties/0/party | '0190b2f0-0000-7000-8000-000000000000' | 422
            /parties/0/party | {slug: 'pakistan'} | 400
            /parties/0/role | 'seller' | 422
            /parties/0/role | | 422
            /parties/0/citations | | 422
            /parties/0/citations | [] | 422
            /parties/0/citations | null | 422
            /parties/0/citations | {source: 'reuters-2025-12-22'} | 400
            /parties/0/citations | ['reuters-2025-12-22'] | 400 | /parties/0/citations/0
            /parties/0/retracted | true | 400
            /items/0/designation | | 422
            /items/0/designation | 'x*501' | 422
            /items/0/description | 'x*10001' | 422
            /items/0/category | 'aeroplane' | 422
            /items/0/condition | 'used' | 422
            /items/0/localProduction | 'no' | 400
            /items/0/count | 'sixteen' | 422
            /items/0/count | '-1' | 422
            /items/0/count | '1.5' | 422
            /items/0/count | '20..16' | 422
            /items/0/count | '' | 422
            /items/0/count | 16 | 400
            /items/0/count | ['16'] | 400
            /items/0/count | {lower: 16, upper: 20, text: '16..21'} | 422
            /items/0/count | {lower: 20, upper: 16} | 422
            /items/0/count | {lower: -1, upper: 16} | 422
            /items/0/count | {lower: 1.5, upper: 1.5} | 422
            /items/0/count | {lower: '16', upper: 16} | 400
            /items/0/count | {lower: 16, uper: 16} | 400
            /items/0/count | {lower: 1e999999999, upper: null} | 422
            /items/0/count | '1e5' | 422
            /items/0/count | '9*400' | 422
            /items/0/deliveryPeriod | '2026-13' | 422
            /items/0/deliveryPeriod | '2028/2026' | 422
            /items/0/partOf | 'jf-17' | 422
            /items/0/partOf | 'No Line' | 422
            /items/0/line | 'JF 17' | 422
            /items/0/line | 'x*101' | 422
            /items/0/rank | 'best' | 422
            /items/0/rankReason | | 422
            /items/0/asAt | '2025-02-30' | 422
            /items/0/asAt | 'yesterday' | 422
            /items/0/asAt | 2025 | 400
            /items/0/asAt | {edtf: '2025-12', earliest: '2025-11-01'} | 422
            /items/0/asAt | {edtf: '2025-12', kind: 'month'} | 422
            /items/0/asAt | {earliest: '2025-11-01'} | 422
            /items/0/asAt | {edtf: '2025-12', year: 2025} | 400
            /items/0/asAt | {edtf: '2025-12', earliest: '2025-13-77'} | 422
            /items/0/replaces | ['0190b2f0-0000-7000-8000-000000000000'] | 422
            /items/0/replaces | 'x' | 400
            /items/0/replaces | [7] | 400 | /items/0/replaces/0
            /items/0/note | 'x*10001' | 422
            /items/0/recordedBy | 'me' | 400
            /deliveries/0/quantity | | 422
            /deliveries/0/quantity | '-3' | 422
            /deliveries/0/quantity | '2.5' | 422
            /deliveries/0/line | | 422
            /deliveries/0/citations | [] | 422
            /values/0/money | | 422
            /values/0/money | '4bn' | 400
            /values/0/money | {amount: '>4000000000', currency: 'USDT'} | 422
            /values/0/money | {amount: '>4000000000', currency: 'usd'} | 422
            /values/0/money | {amount: '>4000000000', currency: 'XXX'} | 422
            /values/0/money | {amount: '>4000000000', currency: 7} | 400
            /values/0/money | {amount: '-1', currency: 'USD'} | 422
            /values/0/money | {amount: '9..8', currency: 'USD'} | 422
            /values/0/money | {currency: 'USD'} | 422
            /values/0/money | {amount: '1', curency: 'USD'} | 400
            /values/0/money | {amount: {lower: 1, upper: 2, text: '1..3'}} | 422
            /values/0/money | {amount: {lower: 2, orderOfMagnitude: true, text: '2..'}} | 422
            /values/0/basis | | 422
            /values/0/basis | 'gross' | 422
            /values/0/covers | 'jf-17' | 400
            /values/0/covers | ['JF 17'] | 422
            /values/0/equivalentOf | '0190b2f0-0000-7000-8000-000000000000' | 422
            /values/0/equivalentOf | 'nothing' | 422
            /values/0/citations | [] | 422
            /commitments/0/type | | 422
            /commitments/0/type | 'promise' | 422
            /commitments/0/fulfilment | 'done' | 422
            /commitments/0/due | '2026-00' | 422
            /commitments/0/lastReviewed | 'recently' | 422
            /commitments/0/reviewBy | '2026-12-32' | 422
            /commitments/0/citations | | 422
            /dates/0/event | | 422
            /dates/0/event | 'initialled' | 422
            /dates/0/when | | 422
            /dates/0/when | '[2025-12-22..2025-12-17]' | 422
            /dates/0/citations | [] | 422
            /terms/0/type | 'wish' | 422
            /terms/0/text | | 422
            /terms/0/text | 'x*10001' | 422
            /terms/0/period | 'long' | 422
            /terms/0/citations | [] | 422
            /positions/0/party | | 422
            /positions/0/party | 'no-such-party' | 422
            /positions/0/stance | 'shrugs' | 422
            /positions/0/about | 'no-such-source' | 422
            /positions/0/about | '0190b2f0-0000-7000-8000-000000000000' | 422
            /positions/0/about | 5 | 400
            /positions/0/when | '2025-12-22T10:00' | 422
            /positions/0/citations | [] | 422
            /statusHistory/0/to | | 422
            /statusHistory/0/to | 'signed' | 422
            /statusHistory/0/changeType | 'addition' | 422
            /statusHistory/0/effective | | 422
            /statusHistory/0/effective | 'unknown' | 422
            /statusHistory/0/effective | '2025-07/..' | 422
            /statusHistory/0/effective | '2999' | 422
            /statusHistory/0/reason | | 422
            /statusHistory/0/by | 'no-such-party' | 422
            /statusHistory/0/cause | 'no-such-restriction' | 422
            /statusHistory/0/supersedes | 'no-such-event' | 422
            /statusHistory/0/citations | | 422
            /statusHistory/0/citations | [] | 422
            /citations/0/source | | 422
            /citations/0/source | 'no-such-source' | 422
            /citations/0/source | 7 | 400
            /citations/0/locator | 'x*10001' | 422
            /citations/0/reportedAs | 'x*301' | 422
            /citations/0/stance | 'agrees' | 422
            /citations/0/origin | 'copies' | 422
            /citations/0/origin | 'repeats' | 422 | /citations/0/repeats
            /citations/0/repeats | ['al-hadath-2025-12-21'] | 422
            /citations/0 | {source: 'reuters-2025-12-22', origin: 'repeats', repeats: ['no-such']} | 422 | /citations/0/repeats/0
            /citations/0 | {source: 'reuters-2025-12-22', origin: 'repeats', repeats: ['reuters-2025-12-22']} | 422 | /citations/0/repeats
            /citations/0 | {source: 'reuters-2025-12-22', stance: 'silent'} | 422 | /citations/0/locator
            /citations/0/reliability | 'G' | 422
            /citations/0/credibility | '0' | 422
            /citations/0/credibility | 3 | 400
            /citations/0/gradedBy | 'x*501' | 422
            /citations/0/hedges | 'reportedly' | 400
            /citations/0/hedges/0/marker | 'maybe' | 422
            /citations/0/hedges/0/marker | | 422
            /citations/0/hedges/0/mark | 'x' | 400
            /citations/0/attribution | 'officials' | 400
            /citations/0/attribution/kind | 'overheard' | 422
            /citations/0/attribution/kind | | 422
            /citations/0/attribution/count | -1 | 422
            /citations/0/attribution/count | 1.5 | 422
            /citations/0/attribution/count | 99999999999 | 422
            /citations/0/attribution/count | '4' | 400
            /citations/0/attribution/documentSeen | 1 | 400
            """;

    private static String recorded;

    static Stream<Spoilt> spoilt() {
        return Spoilt.table(SPOILT);
    }

    /** Those that spoil a claim or an event, which can also be sent on its own. */
    static Stream<Spoilt> spoiltClaims() {
        return spoilt().filter(spoilt -> spoilt.pointer().matches("/[a-zA-Z]+/0/.*")
                && !spoilt.pointer().matches("/(citations|externalIds|related)/.*"));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void aSpoiltMemberOfANewAgreementIsRefusedUnderItsPointer(Spoilt spoilt) {
        ObjectNode body = spoilt.spoil(Fixtures.laafDeal());
        long head = Api.head();
        spoilt.assertRefused(Api.post("/agreements", body));
        assertThat(Api.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @MethodSource("spoiltClaims")
    void aSpoiltMemberOfAClaimIsRefusedAlsoWhenTheClaimIsSentAlone(Spoilt spoilt) {
        String[] parts = spoilt.pointer().split("/");
        ObjectNode claim = (ObjectNode) Fixtures.laafDeal().at("/" + parts[1] + "/0");
        Spoilt alone = spoilt.within("/" + parts[1] + "/0");
        String collection = parts[1].equals("statusHistory") ? "status-history" : parts[1];
        long head = Api.head();
        alone.assertRefused(Api.postTo("/agreements/" + recorded() + "/" + collection, "\"r1\"", alone.spoil(claim)));
        assertThat(Api.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void aSpoiltMemberOfARecordedAgreementIsRefusedInPut(Spoilt spoilt) {
        assumeThat(spoilt.pointer()).doesNotMatch("/(slug|statusHistory/.*|changeType)");
        ObjectNode body = spoilt.spoil(
                Bodies.without(Fixtures.laafDeal(), "/statusHistory").put("slug", recorded()));
        if (!spoilt.pointer().startsWith("/changeReason")) {
            body.put("changeReason", "Another set of claims.");
        }
        long head = Api.head();
        spoilt.assertRefused(Api.put("/agreements/" + recorded(), "\"r1\"", body));
        assertThat(Api.head()).isEqualTo(head);
    }

    private static String recorded() {
        if (recorded == null) {
            recorded = Fixtures.created("agreements", Fixtures.laafDeal());
        }
        return recorded;
    }
}
