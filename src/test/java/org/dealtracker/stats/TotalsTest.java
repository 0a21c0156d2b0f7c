package org.dealtracker.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dealtracker.http.Json;
import org.dealtracker.support.Bodies;
import org.junit.jupiter.api.Test;

/** What deals come to, each told by what a document says that matters here. */
class TotalsTest {
    private static final String EUR = "01980000-0000-7000-8000-000000000001";
    private static final String USD = "01980000-0000-7000-8000-000000000002";

    private static Told told(String members, Object... arguments) {
        return Json.stored(Json.bytes(Bodies.json("{" + members + "}", arguments)), Told.class);
    }

    private static Facts deal(String members, Object... arguments) {
        return Facts.of(told(members, arguments));
    }

    private static String value(String amount, String more) {
        return "{" + more + (more.isEmpty() ? "" : ", ") + "line: 'package', basis: 'package', money: {amount: '"
                + amount + "', currency: 'USD'}}";
    }

    private static String item(String line, String category, String count) {
        return "{line: '%s', category: '%s', count: '%s'}".formatted(line, category, count);
    }

    private static String supplier(String line, String party) {
        return "{line: '%s', role: 'supplier', party: '%s'}".formatted(line, party);
    }

    private static List<String> rows(List<Dimension> dimensions, Measure measure, Facts... deals) {
        return rows(dimensions, measure, null, deals);
    }

    /** Each row as "key basis currency: text, agreements-withoutValue-contested", empty parts left out. */
    private static List<String> rows(List<Dimension> dimensions, Measure measure, String onDate, Facts... deals) {
        LocalDate day = onDate == null ? null : LocalDate.parse(onDate);
        Totals totals = new Totals(dimensions, measure, day);
        List.of(deals).forEach(totals::add);
        JsonNode answer = Json.stored(Json.bytes(Answered.of(dimensions, measure, totals)));
        assertThat(answer.get("total").asInt()).isEqualTo(deals.length);
        return StreamSupport.stream(answer.get("rows").spliterator(), false)
                .map(TotalsTest::text)
                .toList();
    }

    private static String text(JsonNode row) {
        StringBuilder text = new StringBuilder();
        row.get("key").forEach(value -> text.append(value.asText()).append(' '));
        for (String member : List.of("basis", "currency")) {
            if (!row.get(member).isNull()) {
                text.append(row.get(member).asText()).append(' ');
            }
        }
        return text.append(row.get("text").asText())
                .append(", ")
                .append(row.get("agreements").asText())
                .append('-')
                .append(row.get("withoutValue").asText())
                .append('-')
                .append(row.get("contested").asText())
                .toString();
    }

    private static List<String> values(Facts... deals) {
        return rows(List.of(), Measure.VALUE, deals);
    }

    private static List<String> quantities(Facts... deals) {
        return rows(List.of(Dimension.CATEGORY), Measure.QUANTITY, deals);
    }

    private static List<String> counts(Dimension dimension, Facts... deals) {
        return rows(List.of(dimension), Measure.COUNT, deals);
    }

    @Test
    void claimsOnOneLineAreAHullAndDealsAddUp() {
        assertThat(values(
                        deal("values: [%s, %s]", value("10", ""), value("14", "")),
                        deal("values: [%s]", value("100..200", ""))))
                .containsExactly("package USD 110..214, 2-0-0");
    }

    @Test
    void anOrderOfMagnitudeNeverWidensTheHullOfFigures() {
        assertThat(values(deal("values: [%s, %s]", value("multi-billion", ""), value("4600000000", ""))))
                .containsExactly("package USD 4600000000, 1-0-0");
        assertThat(values(deal("values: [%s]", value("multi-billion", "")), deal("values: [%s]", value("1", ""))))
                .containsExactly("package USD 2000000001.., 2-0-0");
    }

    @Test
    void anUnknownSumOpensTheTopAndOneThatNobodyClaimsIsOnlyMissed() {
        assertThat(values(deal("values: [%s]", value("unknown", "")), deal("values: [%s]", value("7", ""))))
                .containsExactly("package USD 7.., 2-1-0");
        assertThat(values(deal(""), deal("values: [%s]", value("7", "")))).containsExactly("package USD 7, 2-1-0");
        assertThat(values(deal(""))).containsExactly("unknown, 1-1-0");
        assertThat(values()).containsExactly("unknown, 0-0-0");
    }

    @Test
    void whatIsStrictlyMoreStaysSo() {
        assertThat(values(deal("values: [%s]", value(">4", "")), deal("values: [%s]", value("3", ""))))
                .containsExactly("package USD >7, 2-0-0");
        assertThat(values(deal("values: [%s]", value("<4", "")))).containsExactly("package USD <4, 1-0-0");
    }

    @Test
    void basesAndCurrenciesAreNeverMixed() {
        assertThat(values(deal(
                        "values: [%s, {line: 'paid', basis: 'paid', money: {amount: '3', currency: 'USD'}},"
                                + " {line: 'package', basis: 'package', money: {amount: '4', currency: 'EUR'}},"
                                + " {line: 'package', basis: 'package', money: {amount: '5'}}]",
                        value("7", ""))))
                .containsExactly(
                        "package EUR 4, 1-0-0", "package USD 7, 1-0-0", "package 5, 1-0-0", "paid USD 3, 1-0-0");
    }

    @Test
    void aPartOfASumIsInThatSumAlready() {
        Facts deal = deal(
                "values: [%s, {line: 'jets', basis: 'package', money: {amount: '40', currency: 'USD'},"
                        + " partOf: 'package'}, {line: 'jets', basis: 'line', money: {amount: '40', currency: 'USD'},"
                        + " partOf: 'package'}]",
                value("100", ""));
        assertThat(values(deal)).containsExactly("package USD 100, 1-0-0", "line USD 40, 1-0-0");
        Facts other = deal("values: [{line: 'line', basis: 'line', money: {amount: '5', currency: 'USD'}}]");
        assertThat(values(deal, other)).containsExactly("package USD 100, 2-1-0", "line USD 45, 2-0-0");
    }

    @Test
    void aSumInTwoCurrenciesCountsOnceInTheOneThatItIsTheEquivalentOf() {
        String euros = "{id: '" + EUR + "', line: 'package', basis: 'package', money: {amount: '733', currency: 'EUR'}";
        String dollars =
                "{id: '" + USD + "', line: 'package', basis: 'package', money: {amount: '790', currency: 'USD'}";
        String equivalent = ", equivalentOf: '" + EUR + "'}";
        assertThat(values(deal("values: [%s}, %s]", euros, dollars + equivalent)))
                .containsExactly("package EUR 733, 1-0-0");
        // Another figure for the same sum, on the same line.
        assertThat(values(deal("values: [%s}, %s, %s]", euros, dollars + equivalent, value("800", ""))))
                .containsExactly("package EUR 733, 1-0-0");
        // The original was given up.
        assertThat(values(deal("values: [%s, rank: 'deprecated'}, %s]", euros, dollars + equivalent)))
                .containsExactly("package USD 790, 1-0-0");
        // Another original is preferred, of the same line.
        assertThat(values(deal(
                        "values: [%s}, %s, {line: 'package', basis: 'package', rank: 'preferred',"
                                + " money: {amount: '740', currency: 'EUR'}}]",
                        euros, dollars + equivalent)))
                .containsExactly("package EUR 740, 1-0-0");
        // Each is said to be the equivalent of the other.
        assertThat(values(deal("values: [%s, equivalentOf: '%s'}, %s]", euros, USD, dollars + equivalent)))
                .containsExactly("package EUR 733, 1-0-0");
    }

    @Test
    void whatWasReplacedOrDeprecatedDoesNotCount() {
        String old = value("10", "id: '" + EUR + "'");
        assertThat(values(deal("values: [%s, %s]", old, value("30", "replaces: ['" + EUR + "']"))))
                .containsExactly("package USD 30, 1-0-0");
        assertThat(values(deal("values: [%s, %s]", old, value("30", "rank: 'deprecated'"))))
                .containsExactly("package USD 10, 1-0-0");
        assertThat(values(deal("values: [%s, %s]", old, value("30", "rank: 'preferred'"))))
                .containsExactly("package USD 30, 1-0-0");
    }

    @Test
    void anAmendmentThatSpeaksOfALaterDayDoesNotCountYet() {
        Told told = told(
                "values: [%s, %s]",
                value("10", "id: '" + EUR + "'"), value("30", "asAt: '2025-03', replaces: ['" + EUR + "']"));
        assertThat(values(Facts.of(told, LocalDate.parse("2025-02-28")))).containsExactly("package USD 10, 1-0-0");
        assertThat(values(Facts.of(told, LocalDate.parse("2025-03-01")))).containsExactly("package USD 30, 1-0-0");
        assertThat(Facts.of(told).lastAsAt()).isEqualTo("2025-03-01");
    }

    @Test
    void onlyLeafLinesAreCounted() {
        Facts deal = deal(
                "items: [%s, {line: 'block-3', category: 'combat_aircraft', count: '10', partOf: 'jf-17'}, %s, %s]",
                item("jf-17", "combat_aircraft", "16"),
                item("mushshak", "trainer_aircraft", "12"),
                item("radar", "sensor", "unknown"));
        assertThat(quantities(deal))
                .containsExactly("combat_aircraft 10, 1-0-0", "trainer_aircraft 12, 1-0-0", "sensor unknown, 1-1-0");
        assertThat(rows(List.of(), Measure.QUANTITY, deal)).containsExactly("22.., 1-0-0");
        assertThat(quantities(deal(""))).containsExactly("null unknown, 1-1-0");
    }

    @Test
    void aLineWhoseCategoryIsContestedMayBeOfEachAndAnUnspecifiedOneContestsNothing() {
        Facts contested = deal("items: [%s, %s]", item("a", "combat_aircraft", "16"), item("a", "uav", "12"));
        assertThat(quantities(contested)).containsExactly("combat_aircraft 0..16, 1-0-0", "uav 0..12, 1-0-0");
        assertThat(counts(Dimension.CATEGORY, contested))
                .containsExactly("combat_aircraft 0..1, 1-0-0", "uav 0..1, 1-0-0");
        Facts vague = deal("items: [%s, %s]", item("a", "uav", "16"), item("a", "unspecified", "12"));
        assertThat(quantities(vague)).containsExactly("uav 12..16, 1-0-0");
    }

    @Test
    void aDealWithTwoSuppliersCountsInBothGroupsAndOneWithoutInThatOfNull() {
        Facts two = deal(
                "parties: [%s, %s], values: [%s]", supplier("a", "china"), supplier("b", "russia"), value("7", ""));
        assertThat(counts(Dimension.SUPPLIER, two, deal("")))
                .containsExactly("china 1, 1-0-0", "russia 1, 1-0-0", "null 1, 1-0-0");
        assertThat(rows(List.of(Dimension.SUPPLIER), Measure.VALUE, two))
                .containsExactly("china package USD 7, 1-0-0", "russia package USD 7, 1-0-0");
    }

    @Test
    void aContestedSupplierIsPossibleAndNeverCertain() {
        Facts deal = deal(
                "parties: [%s, %s], values: [%s]", supplier("a", "china"), supplier("a", "russia"), value("7..9", ""));
        assertThat(counts(Dimension.SUPPLIER, deal)).containsExactly("china 0..1, 1-0-0", "russia 0..1, 1-0-0");
        assertThat(rows(List.of(Dimension.SUPPLIER), Measure.VALUE, deal))
                .containsExactly("china package USD 0..9, 1-0-0", "russia package USD 0..9, 1-0-0");
        Facts preferred = deal(
                "parties: [%s, {line: 'a', role: 'supplier', party: 'russia', rank: 'preferred'}]",
                supplier("a", "china"));
        assertThat(counts(Dimension.SUPPLIER, preferred)).containsExactly("russia 1, 1-0-0");
        // A line may be named for what a supplier and a recipient do together: they do not compete.
        Facts sides = deal("parties: [%s, {line: 'a', role: 'recipient', party: 'libya'}]", supplier("a", "china"));
        assertThat(rows(List.of(Dimension.SUPPLIER, Dimension.RECIPIENT), Measure.COUNT, sides))
                .containsExactly("china libya 1, 1-0-0");
    }

    @Test
    void theYearIsThatOfTheFirstDatedDayWhicheverThatIs() {
        assertThat(counts(
                        Dimension.YEAR,
                        deal("dates: [{line: 'signed', when: '2025-12-18'}, {line: 'paid', when: '2026'}]")))
                .containsExactly("2025 1, 1-0-0");
        assertThat(counts(Dimension.YEAR, deal("dates: [{line: 'signed', when: '2025-24'}]")))
                .containsExactly("2025 0..1, 1-0-0", "2026 0..1, 1-0-0");
        // Approved by the end of 2025 whatever happens, so the signing of 2026 cannot be the first.
        assertThat(
                        counts(
                                Dimension.YEAR,
                                deal(
                                        "dates: [{line: 'signed', when: '[2024-05-01,2026-05-01]'}, {line: 'approved', when: '2025'}]")))
                .containsExactly("2024 0..1, 1-0-0", "2025 0..1, 1-0-0");
        assertThat(counts(Dimension.YEAR, deal("dates: [{line: 'signed', when: '2024/..'}]")))
                .containsExactly("2024 1, 1-0-0");
        assertThat(counts(Dimension.YEAR, deal("dates: [{line: 'signed', when: 'unknown'}]"), deal("")))
                .containsExactly("null 2, 2-0-0");
        assertThat(counts(Dimension.YEAR, deal("headline: {firstReported: '2023-06'}")))
                .containsExactly("2023 1, 1-0-0");
    }

    @Test
    void onADayEveryStageThatTheDealMayHaveHadIsPossible() {
        Facts deal = deal(
                "headline: {stage: 'agreed'}, statusHistory: ["
                        + "{id: '%s', n: 1, to: 'announced', changeType: 'transition', effective: '2025-07-18'},"
                        + "{id: '%s', n: 2, to: 'agreed', changeType: 'transition', effective: '[2025-12-17..2025-12-22]'}]",
                EUR, USD);
        List<Dimension> stage = List.of(Dimension.STAGE);
        assertThat(counts(Dimension.STAGE, deal)).containsExactly("agreed 1, 1-0-0");
        assertThat(rows(stage, Measure.COUNT, "2025-07-17", deal)).containsExactly("unknown 1, 1-0-0");
        assertThat(rows(stage, Measure.COUNT, "2025-12-16", deal)).containsExactly("announced 1, 1-0-0");
        assertThat(rows(stage, Measure.COUNT, "2025-12-20", deal))
                .containsExactly("announced 0..1, 1-0-0", "agreed 0..1, 1-0-0");
        assertThat(rows(stage, Measure.COUNT, "2025-12-22", deal)).containsExactly("agreed 1, 1-0-0");
    }

    @Test
    void whatTheHeadlineDoesNotSayIsUnverifiedAndUncontested() {
        String contested = "headline: {verification: {existence: {code: 'corroborated'}}, contested: true,"
                + " contestedLines: ['jf-17']}, items: [%s], values: [%s]";
        Facts deal = deal(contested, item("jf-17", "uav", "3"), value("7", ""));
        assertThat(counts(Dimension.VERIFICATION, deal, deal("")))
                .containsExactly("corroborated 1, 1-0-1", "unverified 1, 1-0-0");
        assertThat(quantities(deal)).containsExactly("uav 3, 1-0-1");
        assertThat(values(deal)).containsExactly("package USD 7, 1-0-0");
        // What decides the group is contested, and so is what it adds there.
        assertThat(rows(List.of(Dimension.CATEGORY), Measure.VALUE, deal)).containsExactly("uav package USD 7, 1-0-1");
    }

    @Test
    void groupsStandInTheOrderOfTheVocabularyOrTheAlphabetAndWhatNobodyNamesComesLast() {
        Facts china = deal("kind: 'donation', parties: [%s]", supplier("a", "china"));
        Facts angola = deal("kind: 'donation', parties: [%s]", supplier("a", "angola"));
        Facts sale = deal("kind: 'sale', parties: [%s]", supplier("a", "china"));
        assertThat(rows(List.of(Dimension.KIND, Dimension.SUPPLIER), Measure.COUNT, china, deal(""), angola, sale))
                .containsExactly(
                        "sale china 1, 1-0-0",
                        "donation angola 1, 1-0-0",
                        "donation china 1, 1-0-0",
                        "unknown null 1, 1-0-0");
    }

    @Test
    void sumsOfMoreDigitsThanOneClaimMayHaveAreWritten() {
        String most = "9".repeat(30);
        assertThat(values(deal("values: [%s]", value(most, "")), deal("values: [%s]", value(most, ""))))
                .containsExactly("package USD 1" + "9".repeat(29) + "8, 2-0-0");
        assertThat(values(deal("values: [%s]", value("0.5", "")), deal("values: [%s]", value("0.5", ""))))
                .containsExactly("package USD 1, 2-0-0");
    }
}
