package org.dealtracker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.log.ChangeType;
import org.dealtracker.log.Differ.Field;
import org.dealtracker.log.Histories.Item;
import org.dealtracker.log.Op;
import org.dealtracker.log.Significance;
import org.dealtracker.snapshot.Causes.ChangedField;
import org.dealtracker.snapshot.Causes.Sort;
import org.junit.jupiter.api.Test;

/** Which entries a field is put down to. */
class CausesTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static Item entry(long n, ChangeType type, String... changed) {
        Significance significance = type == ChangeType.EDITORIAL ? Significance.EDITORIAL : Significance.SEMANTIC;
        return new Item(
                (int) n, n, AT, "an editor", Op.UPDATED, type, "reason " + n, List.of(changed), significance, null);
    }

    private static Map<Sort, List<ChangedField>> of(String pointer, Item... entries) {
        Field field = new Field(pointer, new TextNode("a"), new TextNode("b"));
        return Causes.of(List.of(field), List.of(entries), Map.of());
    }

    private static List<Long> under(Map<Sort, List<ChangedField>> fields, Sort sort) {
        return fields.get(sort).stream().map(ChangedField::n).toList();
    }

    @Test
    void aMemberOfAClaimIsPutDownToWhoNamesItOrTheWholeClaim() {
        Map<Sort, List<ChangedField>> fields = of(
                "/items/x/count",
                entry(1, ChangeType.CORRECTION, "/items/x/count"),
                entry(2, ChangeType.ADDITION, "/items/x"),
                entry(3, ChangeType.EDITORIAL, "/items/x/note", "/items/y"));
        assertThat(under(fields, Sort.CORRECTION)).containsExactly(1L);
        assertThat(under(fields, Sort.SEMANTIC)).containsExactly(2L);
        assertThat(under(fields, Sort.EDITORIAL)).isEmpty();
    }

    @Test
    void aWholeClaimIsPutDownToWhoNamesAnyOfIt() {
        Map<Sort, List<ChangedField>> fields = of(
                "/items/x",
                entry(1, ChangeType.ADDITION, "/items/x"),
                entry(2, ChangeType.CORRECTION, "/items/x/count"));
        assertThat(under(fields, Sort.SEMANTIC)).containsExactly(1L);
        assertThat(under(fields, Sort.CORRECTION)).containsExactly(2L);
    }

    @Test
    void anotherOrderOfAListChangesNoneOfItsMembers() {
        Map<Sort, List<ChangedField>> fields = of(
                "/items/x/count",
                entry(1, ChangeType.CORRECTION, "/items/x/count"),
                entry(2, ChangeType.ADDITION, "/items"),
                entry(3, ChangeType.AMENDMENT, ""));
        assertThat(under(fields, Sort.CORRECTION)).containsExactly(1L);
        assertThat(under(fields, Sort.SEMANTIC)).isEmpty();
    }

    @Test
    void namesThatOnlyBeginAlikeAreOthers() {
        Map<Sort, List<ChangedField>> fields = of(
                "/items/x1", entry(1, ChangeType.CORRECTION, "/items/x1"), entry(2, ChangeType.ADDITION, "/items/x"));
        assertThat(under(fields, Sort.SEMANTIC)).isEmpty();
    }

    @Test
    void whatNoEntryNamesIsPutDownToTheLastOne() {
        Map<Sort, List<ChangedField>> fields =
                of("/headline/stage", entry(1, ChangeType.ADDITION, "/a"), entry(2, ChangeType.CORRECTION, "/b"));
        assertThat(under(fields, Sort.CORRECTION)).containsExactly(2L);
        assertThat(under(fields, Sort.SEMANTIC)).isEmpty();
    }

    @Test
    void theHeadlineIsPutDownToWhoseHeadlineDiffers() {
        Field field = new Field("/headline/stage", new TextNode("a"), new TextNode("b"));
        Map<Sort, List<ChangedField>> fields = Causes.of(
                List.of(field),
                List.of(entry(1, ChangeType.ADDITION, "/a"), entry(2, ChangeType.CORRECTION, "/b")),
                Map.of(1L, Set.of("/headline/stage"), 2L, Set.of("/headline/values")));
        assertThat(under(fields, Sort.SEMANTIC)).containsExactly(1L);
        assertThat(under(fields, Sort.CORRECTION)).isEmpty();
        assertThat(fields.get(Sort.SEMANTIC).get(0).reason()).isEqualTo("reason 1");
    }
}
