package org.dealtracker.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.undercouch.citeproc.csl.CSLItemData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.log.RecordKind;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Client;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every record that ships can be cited in every format, under the name and address that an operator gave. */
@QuarkusTest
@TestProfile(CitedElsewhere.class)
@QuarkusTestResource(RegisterDatabase.class)
class ExampleCitationsTest {
    private static List<String> slugs(RecordKind kind) {
        return Api.get(kind.path() + "?limit=500&fields=slug").expect(200).each("/items", "slug");
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void everyRecordIsReadTheSameFromAllFormats(RecordKind kind) {
        Set<String> keys = new HashSet<>();
        for (String slug : slugs(kind)) {
            String path = kind.path() + "/" + slug + "/citation";
            CSLItemData csl = Readers.csl(Api.get(path).expect(200).bytes());
            assertThat(keys.add(csl.getId())).as(csl.getId()).isTrue();
            var bibtex = Readers.bibtex(Api.get(path + ".bib").expect(200).text());
            Answer ris = Api.get(path + ".ris").expect(200);
            assertThat(bibtex.getKey().getValue()).isEqualTo(csl.getId());
            assertThat(Readers.printed(bibtex, "title"))
                    .isEqualTo(csl.getTitle().replace("'", "’"));
            assertThat(Readers.ris(ris.text()).getTitle()).isEqualTo(csl.getTitle());
            assertThat(Readers.tagged(ris.text(), "UR"))
                    .isEqualTo(csl.getURL() == null ? List.of() : List.of(csl.getURL()));
            assertThat(Readers.raw(bibtex, "url")).isEqualTo(csl.getURL());
            String citeAs = CitedElsewhere.ADDRESS + kind.path() + "/" + slug + "?asOfSeq=";
            assertThat(ris.header("Link")).startsWith("<" + citeAs).endsWith(">; rel=\"cite-as\"");
            if (kind == RecordKind.SOURCE) {
                assertThat(csl.getNote()).contains("In the register of " + CitedElsewhere.PUBLISHER + " at " + citeAs);
            } else {
                assertThat(csl.getURL()).startsWith(citeAs);
                assertThat(csl.getAuthor()[0].getLiteral()).isEqualTo(CitedElsewhere.PUBLISHER);
                assertThat(Readers.printed(bibtex, "author")).isEqualTo(CitedElsewhere.PUBLISHER);
                assertThat(csl.getNote()).endsWith("Licence: ODbL-1.0.");
            }
        }
        assertThat(keys).isNotEmpty();
    }

    @Test
    void everyDealThatShipsIsMarkedUpAndNothingInItLeadsNowhere() {
        List<String> deals = slugs(RecordKind.AGREEMENT);
        assertThat(deals).hasSizeGreaterThan(5);
        for (String slug : deals) {
            String path = RecordKind.AGREEMENT.path() + "/" + slug;
            Map<String, JsonNode> nodes =
                    SchemaOrg.nodes(Api.get(path + "/claims.jsonld").expect(200).text());
            JsonNode dataset = nodes.get(CitedElsewhere.ADDRESS + path);
            assertThat(SchemaOrg.one(dataset, "license")).isEqualTo("https://spdx.org/licenses/ODbL-1.0");
            JsonNode register = nodes.get(SchemaOrg.one(dataset, "publisher"));
            assertThat(SchemaOrg.one(register, "name")).isEqualTo(CitedElsewhere.PUBLISHER);
            assertThat(SchemaOrg.all(dataset, "hasPart")).isNotEmpty();
        }
    }

    @Test
    void filesSayTheSameOfWhoPublishesThemWhereAndOnWhichTerms() throws IOException {
        String file = "/api/v1/exports/agreements.geojson";
        var answer = Client.here()
                .get("/exports/agreements.geojson?supplier=pakistan")
                .expect(200);
        JsonNode about = answer.json().get("about");
        assertThat(about.get("publisher").asText()).isEqualTo(CitedElsewhere.PUBLISHER);
        assertThat(about.get("licence").asText()).isEqualTo("ODbL-1.0");
        String address = about.get("address").asText();
        assertThat(address).startsWith(CitedElsewhere.ADDRESS + file + "?asOfSeq=");
        assertThat(answer.header("Link")).contains("<" + address + ">; rel=\"cite-as\"");
        Answer citation = Api.get("/exports/agreements.geojson/citation?supplier=pakistan&asOfSeq="
                        + about.get("n").asText())
                .expect(200);
        CSLItemData csl = Readers.csl(citation.bytes());
        assertThat(csl.getURL()).isEqualTo(address);
        assertThat(csl.getAuthor()[0].getLiteral()).isEqualTo(CitedElsewhere.PUBLISHER);
        assertThat(csl.getNote()).endsWith("Licence: ODbL-1.0.");
        // The address of the world leads to the same file here.
        assertThat(Client.here()
                        .get(address.substring((CitedElsewhere.ADDRESS + "/api/v1").length()))
                        .expect(200)
                        .bytes())
                .isEqualTo(answer.bytes());
    }
}
