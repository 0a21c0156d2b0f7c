package org.dealtracker.docs;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dealtracker.export.Overview;
import org.dealtracker.http.Json;
import org.dealtracker.http.ProblemType;
import org.dealtracker.vocabulary.Vocabularies;
import org.dealtracker.vocabulary.Vocabulary;

/** Pages that are made from what the code says of itself, in Markdown like those that are kept. */
@ApplicationScoped
class Reference {
    /** Where the build leaves the document that is served at {@code /openapi}. */
    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

    private JsonNode document;

    /** A page by its name; null when it is not one of these. */
    String page(String name) {
        return switch (name) {
            case "endpoints" -> endpoints();
            case "parameters" -> parameters();
            case "headers" -> headers();
            case "codes" -> codes();
            case "problems" -> problems();
            case "columns" -> columns();
            default -> null;
        };
    }

    private synchronized JsonNode document() {
        if (document == null) {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            try (InputStream in = loader.getResourceAsStream(DOCUMENT)) {
                document = Json.stored(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return document;
    }

    private String endpoints() {
        StringBuilder page = new StringBuilder("# Addresses and methods\n\n");
        page.append("Every address answers `HEAD` as it answers `GET`, and `OPTIONS`.\n\n");
        page.append("| address | method | does | answers |\n|---|---|---|---|\n");
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    StringBuilder statuses = new StringBuilder();
                    operation
                            .getValue()
                            .path("responses")
                            .fieldNames()
                            .forEachRemaining(each -> statuses.append(each + " "));
                    row(
                            page,
                            code(path.getKey()),
                            operation.getKey().toUpperCase(Locale.ROOT),
                            operation.getValue().path("summary").asText(),
                            statuses.toString().strip());
                }));
        return page.toString();
    }

    private String parameters() {
        Map<String, String> found = new TreeMap<>();
        document()
                .path("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("parameters").forEach(each -> {
                            JsonNode parameter = resolved(each);
                            found.put(
                                    parameter.path("name").asText() + " "
                                            + parameter.path("in").asText(),
                                    parameter.path("description").asText());
                        })));
        StringBuilder page = new StringBuilder("# Parameters\n\n| name | in | means |\n|---|---|---|\n");
        found.forEach((key, means) -> row(page, code(key.split(" ")[0]), key.split(" ")[1], means));
        return page.toString();
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode ref = node.get("$ref");
        return ref == null ? node : document().at(ref.textValue().substring(1));
    }

    private String headers() {
        StringBuilder page = new StringBuilder("# Headers of answers\n\n| header | means |\n|---|---|\n");
        document()
                .at("/components/headers")
                .properties()
                .forEach(header -> row(
                        page,
                        code(header.getKey()),
                        header.getValue().path("description").asText()));
        return page.toString();
    }

    private static String codes() {
        StringBuilder page = new StringBuilder("# Codes\n");
        for (Vocabulary vocabulary : Vocabularies.ALL) {
            page.append("\n## " + vocabulary.name() + "\n\n" + vocabulary.definition()
                    + "\n\n| code | means |\n|---|---|\n");
            vocabulary.codes().forEach(each -> row(page, code(each.code()), each.definition()));
        }
        return page.toString();
    }

    private static String columns() {
        StringBuilder page = new StringBuilder("# Columns of the exports\n\n");
        page.append(
                "The same for programs: [/api/v1/exports](/api/v1/exports). How cells are written in each format is on"
                        + " the page [Export it](/docs/export-it).\n");
        for (Overview.OfTable table : Overview.all().tables()) {
            page.append("\n## " + table.name() + "\n\n" + table.description() + " Key: "
                    + String.join(", ", table.key()) + ".\n\n| column | type | means |\n|---|---|---|\n");
            table.columns().forEach(column -> row(page, code(column.name()), column.type(), meaning(column)));
        }
        return page.toString();
    }

    private static String meaning(Overview.OfColumn column) {
        return column.description()
                + (column.required() ? " Never empty." : "")
                + (column.vocabulary() == null ? "" : " Codes of " + code(column.vocabulary()) + ".")
                + (column.references() == null
                        ? ""
                        : " Joins "
                                + code(column.references().table() + "."
                                        + column.references().column()) + ".");
    }

    private static String problems() {
        StringBuilder page =
                new StringBuilder("# Types of problem\n\n| status | type | means | what to do |\n|---|---|---|---|\n");
        for (ProblemType type : ProblemType.values()) {
            String link = "[" + type.code() + "](" + type.path() + ")";
            row(page, Integer.toString(type.status()), link, type.meaning(), type.whatToDo());
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ")
                    .append(cell.replace("|", "\\|").replaceAll("\\s+", " "))
                    .append(' ');
        }
        page.append("|\n");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
