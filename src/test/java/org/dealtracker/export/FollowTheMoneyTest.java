package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dealtracker.http.Json;
import org.dealtracker.log.RecordKind;
import org.dealtracker.uncertain.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the example register does not have; single quotes stand for double ones. */
class FollowTheMoneyTest {
    private static ObjectNode json(String text) {
        return Json.body(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static List<ObjectNode> entities(RecordKind kind, String document) {
        List<ObjectNode> entities = new ArrayList<>();
        new FollowTheMoney().entities(kind, json(document), entities::add);
        return entities;
    }

    private static List<String> values(ObjectNode entity, String property) {
        return StreamSupport.stream(entity.at("/properties/" + property).spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static ObjectNode ofSchema(List<ObjectNode> entities, String schema) {
        return entities.stream()
                .filter(each -> each.get("schema").textValue().equals(schema))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "state, PublicBody, gov",
        "government_body, PublicBody, gov",
        "armed_force, PublicBody, mil",
        "faction, Organization,",
        "non_state_armed_group, Organization,",
        "company, Company,",
        "media, Organization,",
        "international_organisation, Organization, gov.igo",
        "other, Organization,"
    })
    void aPartyIsWhatItsKindSays(String kind, String schema, String topic) {
        ObjectNode party = entities(RecordKind.PARTY, "{'slug':'x','name':'X','kind':'" + kind + "','country':'LY'}")
                .get(0);
        assertThat(party.get("id").textValue()).isEqualTo("ddt-party-x");
        assertThat(party.get("schema").textValue()).isEqualTo(schema);
        assertThat(values(party, "topics")).isEqualTo(topic == null ? List.of() : List.of(topic));
        assertThat(values(party, "country")).containsExactly("ly");
    }

    @ParameterizedTest
    @CsvSource({
        "company, subsidiary_of, Ownership, owner, asset",
        "media, subsidiary_of, UnknownLink, object, subject",
        "armed_force, branch_of, Membership, organization, member",
        "government_body, agency_of, Membership, organization, member",
        "state, member_of, Membership, organization, member",
        "faction, faction_of, UnknownLink, object, subject",
        "media, controlled_by, UnknownLink, object, subject",
        "company, successor_of, Succession, predecessor, successor"
    })
    void anAffiliationIsALinkThatSaysNoMore(String kind, String how, String schema, String other, String self) {
        List<ObjectNode> entities = entities(
                RecordKind.PARTY,
                "{'slug':'x','name':'X','kind':'" + kind + "','affiliations':[{'party':'y','kind':'" + how
                        + "','from':{'edtf':'2014-05'},'to':{'edtf':'2020~'},'citations':["
                        + "{'source':'s','stance':'supports','reportedAs':'its','reliability':'B','credibility':'2'}]}]}");
        ObjectNode link = entities.get(1);
        assertThat(link.get("schema").textValue()).isEqualTo(schema);
        assertThat(values(link, other)).containsExactly("ddt-party-y");
        assertThat(values(link, self)).containsExactly("ddt-party-x");
        assertThat(values(link, "role")).containsExactly(how.replace('_', ' '));
        assertThat(values(link, "startDate")).containsExactly("2014-05");
        assertThat(values(link, "endDate")).isEmpty();
        assertThat(values(link, "description")).containsExactly("To: 2020~ (EDTF)", "s supports it; “its”; graded B2");
    }

    @Test
    void idsOfAffiliationsDifferAndStayTheSame() {
        String twice = "{'slug':'x','name':'X','kind':'state','affiliations':["
                + "{'party':'y','kind':'member_of','to':{'edtf':'1999'}},{'party':'y','kind':'member_of','from':{'edtf':'2010'}},"
                + "{'party':'z','kind':'member_of'}]}";
        List<String> ids = entities(RecordKind.PARTY, twice).stream()
                .map(each -> each.get("id").textValue())
                .toList();
        assertThat(ids).hasSize(4).doesNotHaveDuplicates().allMatch(id -> id.length() <= 200);
        assertThat(entities(RecordKind.PARTY, twice))
                .extracting(each -> each.get("id").textValue())
                .isEqualTo(ids);
        // Two slugs with hyphens must not read as two others.
        assertThat(FtmEntity.madeOf("link", "a-b", "c")).isNotEqualTo(FtmEntity.madeOf("link", "a", "b-c"));
    }

    @Test
    void otherRegistersKnowTheirOwnIdsAgain() {
        ObjectNode party = entities(
                        RecordKind.PARTY,
                        "{'slug':'x','name':'X','kind':'company','externalIds':[{'scheme':'Wikidata','value':'Q843'},"
                                + "{'scheme':'lei','value':'5493001KJTIIGC8Y1R12'},{'scheme':'lei','value':'soon'},"
                                + "{'scheme':'sipri','value':'X Aerospace'}],"
                                + "'aliases':[{'name':'Y'},{'name':'Z','to':{'edtf':'1999'}}]}")
                .get(0);
        assertThat(values(party, "wikidataId")).containsExactly("Q843");
        assertThat(values(party, "leiCode")).containsExactly("5493001KJTIIGC8Y1R12");
        assertThat(values(party, "alias")).containsExactly("Y");
        assertThat(values(party, "previousName")).containsExactly("Z");
        assertThat(values(party, "notes"))
                .containsExactly("The name Z from unknown to 1999", "lei: soon", "sipri: X Aerospace");
    }

    private static ObjectNode project(String amounts, String more) {
        StringBuilder claims = new StringBuilder();
        String text = "";
        for (String amount : amounts.split(" ")) {
            claims.append(claims.isEmpty() ? "" : ",")
                    .append(
                            "{'id':'01a21105-2e19-768e-99a2-e182f5baff95','line':'package','basis':'package','money':{'amount':")
                    .append(Json.tree(Amount.parse(amount)).toString().replace('"', '\''))
                    .append(",'currency':'USD'},'rank':'normal','citations':[{'source':'s','stance':'supports'" + more
                            + "}]}");
            text = amount;
        }
        Amount last = Amount.parse(text);
        return entities(
                        RecordKind.AGREEMENT,
                        "{'slug':'d','title':'D','kind':'sale','values':[" + claims + "],'headline':{'stage':'agreed',"
                                + "'contestedLines':[" + (amounts.contains(" ") ? "'package'" : "") + "],'values':[{"
                                + "'basis':'package','currency':'USD','lower':" + last.lower() + ",'upper':"
                                + last.upper()
                                + ",'lowestReported':" + last.lower() + ",'highestReported':" + last.upper()
                                + ",'text':'"
                                + text + "'}]}}")
                .get(0);
    }

    @Test
    void onlyAnExactSumIsAnAmount() {
        ObjectNode exact = project("1140000000", "");
        assertThat(values(exact, "amount")).containsExactly("1140000000");
        assertThat(values(exact, "currency")).containsExactly("USD");
        assertThat(values(exact, "notes")).contains("Worth, package: 1140000000 USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">4000000000",
                "<10",
                "16..20",
                "42..",
                "..10",
                "~790000000",
                "24?",
                "multi-billion",
                "unknown",
                "1140000000 1500000000"
            })
    void aSumInDoubtIsWordsOnly(String amounts) {
        ObjectNode doubtful = project(amounts, "");
        assertThat(values(doubtful, "amount")).isEmpty();
        assertThat(values(doubtful, "currency")).isEmpty();
        String last = amounts.substring(amounts.indexOf(' ') + 1);
        assertThat(values(doubtful, "notes")).contains("Worth, package: " + last + " USD");
    }

    @Test
    void aSumThatASourceHoldsBackFromIsWordsOnly() {
        assertThat(values(project("1140000000", ",'hedges':[{'phrase':'could be','marker':'could'}]"), "amount"))
                .isEmpty();
    }

    private static final String CLAIM = "'id':'01a21105-2e19-768e-99a2-e182f5baff95','line':'l','citations':["
            + "{'source':'a','stance':'supports'},{'source':'b','stance':'disputes'},{'source':'a','stance':'supports'}]";

    @Test
    void aClaimIsANoteOnTheDealWithWhatSupportsItForProof() {
        ObjectNode note = ofSchema(
                entities(
                        RecordKind.AGREEMENT,
                        "{'slug':'d','title':'D','items':[{'designation':'JF-17','category':'combat_aircraft','count':"
                                + "{'text':'16..20'},'deliveryPeriod':{'edtf':'2026~'},'localProduction':true,'rank':'preferred',"
                                + "'rankReason':'It is the later one.','note':'As announced.'," + CLAIM + "}]}"),
                "Note");
        assertThat(note.get("id").textValue()).isEqualTo("ddt-claim-01a21105-2e19-768e-99a2-e182f5baff95");
        assertThat(values(note, "name")).containsExactly("Item: JF-17");
        assertThat(values(note, "description"))
                .containsExactly(
                        "Designation: JF-17; category: combat aircraft; count: 16..20; delivery period: 2026~; "
                                + "local production: yes; line: l; preferred, because: It is the later one.");
        assertThat(values(note, "entity")).containsExactly("ddt-agreement-d");
        assertThat(values(note, "proof")).containsExactly("ddt-source-a");
        assertThat(values(note, "notes"))
                .containsExactly("As announced.", "a supports it; graded F6", "b disputes it; graded F6");
    }

    @Test
    void whatTheRegisterNoLongerGoesByIsLeftOut() {
        List<ObjectNode> entities = entities(
                RecordKind.AGREEMENT,
                "{'slug':'d','title':'D','parties':[{'party':'p','role':'supplier','rank':'deprecated'," + CLAIM + "}],"
                        + "'dates':[{'event':'signed','when':{'edtf':'2025-12-18'},'rank':'deprecated'," + CLAIM + "}],"
                        + "'statusHistory':[{'id':'e1','to':'agreed','changeType':'transition','reason':'r'},"
                        + "{'id':'e2','to':'rumoured','changeType':'correction','reason':'r','supersedes':'e1'}]}");
        assertThat(entities)
                .extracting(each -> each.get("id").textValue())
                .containsExactly("ddt-agreement-d", "ddt-status-e2");
        assertThat(entities.get(0).get("properties").fieldNames()).toIterable().containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource({
        "deal, ddt-agreement-d",
        "01a21105-2e19-768e-99a2-e182f5baff95, ddt-agreement-d",
        "reuters-2025-12-22, ddt-source-reuters-2025-12-22"
    })
    void aPositionLinksAPartyToWhatItSpeaksOf(String about, String object) {
        ObjectNode link = ofSchema(
                entities(
                        RecordKind.AGREEMENT,
                        "{'slug':'d','title':'D','positions':[{'party':'p','stance':'no_comment','about':'" + about
                                + "','when':{'edtf':'2025-12-22'}," + CLAIM + "}]}"),
                "UnknownLink");
        assertThat(values(link, "subject")).containsExactly("ddt-party-p");
        assertThat(values(link, "object")).containsExactly(object);
        assertThat(values(link, "role")).containsExactly("no comment");
        assertThat(values(link, "date")).containsExactly("2025-12-22");
    }

    @Test
    void aRetractedSourceSaysSo() {
        ObjectNode source = entities(
                        RecordKind.SOURCE,
                        "{'slug':'s','kind':'news_article','publisher':'The Gazette','language':'fa','published':"
                                + "{'edtf':'2025-12-23?'},'retraction':{'reason':'It was invented.','date':{'edtf':'2026-01'}}}")
                .get(0);
        assertThat(values(source, "title")).containsExactly("The Gazette");
        assertThat(values(source, "language")).containsExactly("fas");
        assertThat(values(source, "publishedAt")).isEmpty();
        assertThat(values(source, "keywords")).contains("retracted");
        assertThat(values(source, "notes"))
                .containsExactly(
                        "Published: 2025-12-23? (EDTF)",
                        "Retracted: 2026-01",
                        "Reason of the retraction: It was invented.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cy", "zxx", "x-own", "de-DE-u-co-phonebk"})
    void aLanguageThatTheModelLacksIsLeftOut(String tag) {
        ObjectNode source = entities(
                        RecordKind.SOURCE, "{'slug':'s','kind':'other','title':'T','language':'" + tag + "'}")
                .get(0);
        assertThat(values(source, "language")).isEqualTo(tag.startsWith("de") ? List.of("deu") : List.of());
    }

    @Test
    void aCountryThatIsTargetedIsAPlaceAndInAFileOnce() {
        FollowTheMoney file = new FollowTheMoney();
        List<ObjectNode> entities = new ArrayList<>();
        for (String slug : List.of("one", "two")) {
            file.entities(
                    RecordKind.RESTRICTION,
                    json("{'slug':'" + slug + "','title':'Embargo','issuer':'A council','direction':'to_target',"
                            + "'targets':[{'country':'LY'},{'party':'p'}],'scope':['all_goods']}"),
                    entities::add);
        }
        assertThat(entities)
                .extracting(each -> each.get("schema").textValue())
                .containsExactly("Document", "Address", "Sanction", "Sanction", "Document", "Sanction", "Sanction");
        assertThat(entities).extracting(each -> each.get("id").textValue()).doesNotHaveDuplicates();
        assertThat(values(entities.get(2), "entity")).containsExactly("ddt-country-ly");
        assertThat(values(entities.get(3), "entity")).containsExactly("ddt-party-p");
        assertThat(values(entities.get(1), "full")).containsExactly("Libya");
    }

    @Test
    void aDutyWithoutTargetsIsTheActAlone() {
        List<ObjectNode> entities = entities(
                RecordKind.RESTRICTION,
                "{'slug':'att','title':'Arms Trade Treaty','issuer':'Its parties','targets':[]}");
        assertThat(entities).hasSize(1);
        assertThat(values(entities.get(0), "notes"))
                .containsExactly("Reaches: what is not specified, whoever is bound by it");
    }

    @Test
    void awkwardNamesStayWholeAndLongOnesFitTheModel() {
        String name = "“X” <b>&'\\ \u202eالقوات\u202c \u0007\n" + "\ud83d\ude80".repeat(220);
        ObjectNode document = Json.object().put("slug", "x").put("name", name).put("kind", "other");
        List<ObjectNode> entities = new ArrayList<>();
        new FollowTheMoney().entities(RecordKind.PARTY, document, entities::add);
        String shortened = values(entities.get(0), "name").get(0);
        assertThat(shortened)
                .hasSizeLessThanOrEqualTo(384)
                .endsWith("\ud83d\ude80…")
                .startsWith("“X” <b>&'\\ \u202eال");
        assertThat(values(entities.get(0), "notes")).containsExactly(name);
        assertThat(Json.stored(Json.bytes(entities.get(0)))).isEqualTo(entities.get(0));
    }

    @Test
    void aPersonIsNamedButNotKnown() {
        List<ObjectNode> entities = entities(
                RecordKind.ENGAGEMENT,
                "{'slug':'v','kind':'visit','when':{'edtf':'2025-12-10/2025-12-12'},'where':{'text':'Benghazi','country':'LY',"
                        + "'lat':32.1,'lon':20.07},'participants':[{'person':'A. B.','office':'Chief','party':'p'},"
                        + "{'party':'p','count':3}],'agreements':['d'],'variants':["
                        + "{'field':'where','value':'Tobruk','rank':'normal'},{'field':'where','value':'Sirte','rank':'deprecated'}]}");
        assertThat(entities)
                .extracting(each -> each.get("schema").textValue())
                .containsExactly("Event", "Address", "UnknownLink");
        ObjectNode event = entities.get(0);
        assertThat(values(event, "name")).containsExactly("Visit");
        assertThat(values(event, "startDate")).containsExactly("2025-12-10");
        assertThat(values(event, "endDate")).containsExactly("2025-12-12");
        assertThat(values(event, "involved")).containsExactly("ddt-party-p");
        assertThat(values(event, "peopleMentioned")).containsExactly("A. B.");
        assertThat(values(event, "addressEntity"))
                .containsExactly(entities.get(1).get("id").textValue());
        assertThat(values(event, "notes"))
                .containsExactly(
                        "When: 2025-12-10/2025-12-12 (EDTF)",
                        "Participant: A. B., Chief, for p",
                        "Participant: 3, for p",
                        "Otherwise, where: Tobruk");
        assertThat(values(entities.get(1), "latitude")).containsExactly("32.1");
        assertThat(values(entities.get(2), "object")).containsExactly("ddt-agreement-d");
    }

    @Test
    void anAssessmentIsANoteOnAllThatItJudges() {
        ObjectNode note = entities(
                        RecordKind.ASSESSMENT,
                        "{'slug':'a','stance':'critical','nature':'judgement','themes':['legal'],'paraphrase':'It breaks it.',"
                                + "'by':{'kind':'unnamed','description':'officials','count':3,'party':'p'},'finding':'breaches',"
                                + "'subject':{'agreement':'d','restriction':'r','parties':['q']},'concerns':['libya','015'],"
                                + "'citations':[{'source':'s','stance':'supports'}]}")
                .get(0);
        assertThat(values(note, "entity")).containsExactly("ddt-agreement-d", "ddt-restriction-r", "ddt-party-q");
        assertThat(values(note, "description")).containsExactly("It breaks it.");
        assertThat(values(note, "keywords")).containsExactly("critical", "judgement", "legal");
        assertThat(values(note, "proof")).containsExactly("ddt-source-s");
        assertThat(values(note, "notes"))
                .containsExactly(
                        "By: unnamed, 3, officials",
                        "For: p",
                        "Concerns: libya, 015",
                        "Finding: breaches",
                        "s supports it; graded F6");
    }
}
