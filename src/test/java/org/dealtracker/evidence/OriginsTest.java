package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.dealtracker.agreement.Claim;
import org.junit.jupiter.api.Test;

/** Independent voices, counted on small graphs of who repeats whom. */
class OriginsTest {
    private final SmallRegister register = new SmallRegister()
            .source("reuters", "'origin':'own'")
            .source("channel", "'origin':'own'")
            .source("agency", "'origin':'repeats','repeats':['reuters']")
            .source("outlet", "'origin':'repeats','repeats':['agency']")
            .source("digest", "'origin':'repeats','repeats':['outlet','channel']")
            .source("blog", "'origin':'unknown'")
            .source("echo", "'origin':'repeats','repeats':['blog']")
            .source("gone", "'origin':'own','retraction':{'reason':'Made up.'}")
            .source("late", "'origin':'repeats','repeats':['gone']");

    private Roots roots(String citations) {
        Facts facts = register.around("'terms':[{'type':'other','text':'t','citations':[" + citations + "]}]");
        Claim claim = facts.agreement().claims().all().get(0);
        return new Origins(facts.sources()).of(claim.citations());
    }

    private static String cite(String source) {
        return "{'source':'" + source + "'}";
    }

    @Test
    void whoeverRepeatsOneStoryIsOneOriginHoweverManyTheyAre() {
        assertThat(roots(cite("agency") + "," + cite("outlet") + "," + cite("reuters"))
                        .own())
                .containsExactly("reuters");
    }

    @Test
    void aSourceThatRepeatsSeveralLeadsToAllOfTheirRoots() {
        assertThat(roots(cite("digest")).own()).containsExactly("channel", "reuters");
    }

    @Test
    void whereNobodyKnowsItIsCountedApart() {
        Roots roots = roots(cite("echo") + "," + cite("outlet"));
        assertThat(roots.own()).containsExactly("reuters");
        assertThat(roots.unknown()).containsExactly("blog");
    }

    @Test
    void whatWasWithdrawnIsNoOriginAndNeitherIsWhoRepeatsIt() {
        assertThat(roots(cite("gone") + "," + cite("late")).own()).isEmpty();
        assertThat(roots(cite("gone") + "," + cite("late")).unknown()).isEmpty();
    }

    @Test
    void onlySupportCounts() {
        assertThat(roots("{'source':'reuters','stance':'disputes'},{'source':'channel','stance':'mentions'}")
                        .own())
                .isEmpty();
    }

    @Test
    void whatACitationSaysOfItsSourceHoldsForThisClaim() {
        String repeating = "{'source':'reuters','origin':'repeats','repeats':['channel']}";
        assertThat(roots(repeating).own()).containsExactly("channel");
        assertThat(roots("{'source':'outlet','origin':'own'}").own()).containsExactly("outlet");
        assertThat(roots("{'source':'agency','origin':'unknown'}").unknown()).containsExactly("agency");
    }

    @Test
    void whoRepeatsASourceRepeatsWhatThatOneRepeatsForThisClaim() {
        String reuters = "{'source':'reuters','origin':'repeats','repeats':['channel']}";
        assertThat(roots(reuters + "," + cite("outlet")).own()).containsExactly("channel");
        // Elsewhere the agency's own word holds.
        assertThat(roots(cite("outlet")).own()).containsExactly("reuters");
    }
}
