package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DifferTest {
    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String[] pointers(String before, String after) {
        return Differ.changes(json(before), json(after)).stream()
                .map(Differ.Field::pointer)
                .toArray(String[]::new);
    }

    @Test
    void theSameDocumentDiffersInNothing() {
        assertThat(pointers("{'a':1,'items':[{'id':'x','n':1}]}", "{'a':1,'items':[{'id':'x','n':1}]}"))
                .isEmpty();
    }

    @Test
    void whatTheLogSetsItselfIsNoChange() {
        assertThat(pointers("{'revision':1,'n':4,'headline':{'a':1}}", "{'revision':2,'n':5,'headline':{'a':2}}"))
                .isEmpty();
    }

    @Test
    void aMemberOfAClaimIsNamedByTheClaimsId() {
        assertThat(pointers(
                        "{'items':[{'id':'x','count':1},{'id':'y'}]}", "{'items':[{'id':'x','count':2},{'id':'y'}]}"))
                .containsExactly("/items/x/count");
    }

    @Test
    void aClaimThatCameOrWentIsOneChange() {
        assertThat(pointers("{'items':[{'id':'x','count':1}]}", "{'items':[{'id':'y','count':1}]}"))
                .containsExactly("/items/x", "/items/y");
        assertThat(pointers("{'items':[]}", "{'items':[{'id':'y'}]}")).containsExactly("/items/y");
    }

    @Test
    void anotherOrderOfTheSameClaimsIsAChangeOfTheList() {
        assertThat(pointers("{'items':[{'id':'x'},{'id':'y'}]}", "{'items':[{'id':'y'},{'id':'x'}]}"))
                .containsExactly("/items");
    }

    @Test
    void aListWithoutIdsIsComparedAsAWhole() {
        assertThat(pointers("{'aliases':[{'name':'a'}]}", "{'aliases':[{'name':'b'}]}"))
                .containsExactly("/aliases");
    }

    @Test
    void aDiffShowsTheHeadlineToo() {
        assertThat(Differ.differences(json("{'headline':{'stage':'a'}}"), json("{'headline':{'stage':'b'}}")))
                .extracting(Differ.Field::pointer)
                .containsExactly("/headline/stage");
    }
}
