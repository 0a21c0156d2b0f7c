package org.dealtracker.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dealtracker.cite.SpdxLicence;
import org.dealtracker.http.Json;

/** What lies in a package beside the tables: what says what they are, to programs and to people. */
final class PackageTexts {
    private final About about;
    private final List<PackedTable> tables;

    PackageTexts(About about, List<PackedTable> tables) {
        this.about = about;
        this.tables = tables;
    }

    /** All of them by their place in the package, but for the manifest. */
    Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("README.md", bytes(readMe()));
        files.put("LICENSE.md", bytes(licence()));
        files.put("CITATION.cff", bytes(about.citation("").cff()));
        files.put("datapackage.json", Json.indented(descriptor()));
        files.put("csvw-metadata.json", Json.indented(tableGroup()));
        return files;
    }

    /** @param sums of all other files, by their place */
    byte[] manifest(Map<String, Sum> sums) {
        ObjectNode manifest = Json.object();
        Facts.of(about).forEach(manifest::put);
        manifest.put("n", about.n());
        ArrayNode files = manifest.putArray("files");
        sums.forEach((path, sum) -> {
            ObjectNode file = files.addObject();
            file.put("path", path).put("bytes", sum.bytes()).put("sha256", sum.sha256());
            if (sum.rows() != null) {
                file.put("rows", sum.rows());
            }
        });
        return Json.indented(manifest);
    }

    /** @param rows null of what is no table */
    record Sum(long bytes, String sha256, Long rows) {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String title() {
        return "Reported arms agreements: " + about.scope();
    }

    private ObjectNode descriptor() {
        ObjectNode descriptor = Json.object();
        descriptor.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        descriptor.put("profile", "tabular-data-package");
        descriptor.put("name", "defense-deal-tracker");
        descriptor.put("id", about.address());
        descriptor.put("title", title());
        descriptor.put(
                "description",
                "What was claimed of arms agreements, by whom and how reliably; competing claims side by side.");
        descriptor.put("version", Long.toString(about.n()));
        descriptor.put("created", about.at().toString());
        descriptor.putArray("licenses").add(about.license());
        descriptor
                .putArray("contributors")
                .addObject()
                .put("title", about.publisher())
                .put("role", "publisher")
                .putArray("roles")
                .add("publisher");
        ObjectNode own = descriptor.putObject("register");
        Facts.of(about).forEach(own::put);
        ArrayNode resources = descriptor.putArray("resources");
        tables.forEach(table -> resources.add(resource(table)));
        return descriptor;
    }

    private static ObjectNode resource(PackedTable packed) {
        Table<?> table = packed.table();
        ObjectNode resource = Json.object();
        resource.put("name", table.name());
        resource.put("type", "table");
        resource.put("profile", "tabular-data-resource");
        resource.put("path", packed.path());
        resource.put("title", table.title());
        resource.put("description", table.description());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", packed.bytes());
        resource.put("hash", "sha256:" + packed.sha256());
        resource.put("rows", packed.rows());
        resource.putObject("dialect")
                .put("delimiter", ",")
                .put("lineTerminator", "\r\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("header", true);
        resource.set("schema", TableSchema.of(table));
        return resource;
    }

    private ObjectNode tableGroup() {
        ObjectNode group = Json.object();
        group.put("@context", WebTable.CONTEXT);
        group.put("dc:title", title());
        group.put("dc:publisher", about.publisher());
        group.put("dc:license", about.licence());
        group.put("dc:source", about.address());
        ArrayNode described = group.putArray("tables");
        Map<String, String> urls = tables.stream()
                .collect(Collectors.toMap(packed -> packed.table().name(), PackedTable::path));
        tables.forEach(packed -> described.add(WebTable.of(packed.table(), packed.path(), urls::get)));
        return group;
    }

    private String licence() {
        SpdxLicence licence = new SpdxLicence(about.licence());
        return "# Licence\n\nThe data in this package is under " + licence
                + (licence.isListed() ? ", " + licence.title() + " (" + licence.address() + ".html)" : "")
                + ". Name the publisher, \"" + about.publisher()
                + "\", and the address that says which state of the register you used:\n\n" + about.address() + "\n";
    }

    private String readMe() {
        StringBuilder text = new StringBuilder("# " + title() + "\n\n");
        text.append("Published by ")
                .append(about.publisher())
                .append(". This is ")
                .append(about.scope());
        text.append(", as of entry ").append(about.n()).append(" of its log, which was made at ");
        text.append(about.at()).append(".\n\n");
        text.append(
                "A row says what somebody claimed, never what is so. Claims that contradict each other stand side by side");
        text.append(
                " (`contested`), and whether several sources are one voice is counted (`independent_origins`). Where");
        text.append(
                " something is in doubt, there is what was written and its lower and upper bound; an empty bound is open,");
        text.append(" an empty cell is not recorded. Do not add up sums of different bases or currencies.\n\n");
        text.append("The same bytes can always be had at\n")
                .append(about.address())
                .append("\n\n");
        text.append("| file | rows | a row is |\n|---|---:|---|\n");
        for (PackedTable packed : tables) {
            text.append("| `")
                    .append(packed.path())
                    .append("` | ")
                    .append(packed.rows())
                    .append(" | ");
            text.append(packed.table().description()).append(" |\n");
        }
        text.append(
                "\nEvery column is described in `datapackage.json` (Data Package) and in `csvw-metadata.json` (CSV on the");
        text.append(
                " Web). `manifest.json` has the SHA-256 of every file, and the hash of the log's entry, to which all before");
        text.append(" it are chained. To check the files: compare `sha256sum data/*.csv` with it.\n");
        return text.toString();
    }
}
