package org.dealtracker.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What people ask of several tables at once, as views of those that a database has. */
final class SqliteViews {
    /** Tables of claims, and under which name their claims are members of an agreement. */
    private static final Map<String, String> CLAIMS = new LinkedHashMap<>();

    static {
        CLAIMS.put("agreement-parties", "parties");
        for (String kind : List.of("items", "deliveries", "values", "commitments", "dates", "terms", "positions")) {
            CLAIMS.put(kind, kind);
        }
    }

    private static final String AGREEMENTS = "agreements";

    /** Of an agreement, what tells it from others at one look. */
    private static final List<String> HEADLINE = List.of(
            "slug",
            "title",
            "stage",
            "stage_since",
            "existence",
            "figures",
            "independent_origins",
            "contested",
            "suppliers",
            "recipients",
            "first_reported",
            "last_reported");

    private SqliteViews() {}

    /** The statements that create those views whose tables are there. */
    static List<String> of(List<Table<?>> tables) {
        List<String> views = new ArrayList<>();
        List<Table<?>> claims = new ArrayList<>();
        for (String name : CLAIMS.keySet()) {
            tables.stream().filter(table -> table.name().equals(name)).forEach(claims::add);
        }
        if (!claims.isEmpty()) {
            views.add(claims(claims));
        }
        tables.stream().filter(table -> table.name().equals(AGREEMENTS)).forEach(agreements -> {
            if (!claims.isEmpty()) {
                views.add(claimsOfAgreements(agreements));
            }
            views.add(overview(agreements, tables));
        });
        return views;
    }

    /** All claims, with what all kinds of claim have. */
    private static String claims(List<Table<?>> tables) {
        List<String> common = new ArrayList<>(names(tables.get(0)));
        tables.forEach(table -> common.retainAll(names(table)));
        common.remove("kind");
        List<String> selects = new ArrayList<>();
        for (Table<?> table : tables) {
            StringBuilder select = new StringBuilder("select '" + CLAIMS.get(table.name()) + "' as \"kind\"");
            common.forEach(column -> select.append(", ").append(SqliteSchema.quoted(column)));
            selects.add(select + " from " + SqliteSchema.quoted(table.identifier()));
        }
        return "create view claims as\n" + String.join("\nunion all ", selects);
    }

    /** All claims, each with what tells its agreement from others. */
    private static String claimsOfAgreements(Table<?> agreements) {
        List<String> columns = new ArrayList<>();
        HEADLINE.stream()
                .filter(name -> !name.equals("slug"))
                .filter(names(agreements)::contains)
                .forEach(column -> columns.add(
                        "a." + SqliteSchema.quoted(column) + " as " + SqliteSchema.quoted("agreement_" + column)));
        return "create view claims_of_agreements as\nselect " + String.join(",\n  ", columns)
                + ",\n  c.*\nfrom claims c join " + SqliteSchema.quoted(agreements.identifier())
                + " a on a.\"slug\" = c.\"agreement\"";
    }

    /** Each agreement, with how many rows of each other table are of it. */
    private static String overview(Table<?> agreements, List<Table<?>> tables) {
        List<String> columns = new ArrayList<>();
        HEADLINE.stream()
                .filter(names(agreements)::contains)
                .forEach(column -> columns.add("a." + SqliteSchema.quoted(column)));
        tables.stream()
                .filter(table -> !table.name().equals(AGREEMENTS))
                .map(SqliteViews::count)
                .filter(Objects::nonNull)
                .forEach(columns::add);
        return "create view agreement_overview as\nselect " + String.join(",\n  ", columns) + "\nfrom "
                + SqliteSchema.quoted(agreements.identifier()) + " a";
    }

    /** @return null where the table's rows are of no agreement */
    private static String count(Table<?> table) {
        return table.references().stream()
                .filter(reference -> reference.table().equals(AGREEMENTS))
                .findFirst()
                .map(reference -> "(select count(*) from " + SqliteSchema.quoted(table.identifier()) + " r where r."
                        + SqliteSchema.quoted(reference.column()) + " = a." + SqliteSchema.quoted(reference.target())
                        + ") as " + SqliteSchema.quoted(table.identifier() + "_count"))
                .orElse(null);
    }

    private static List<String> names(Table<?> table) {
        return table.columns().stream().map(Column::name).toList();
    }
}
