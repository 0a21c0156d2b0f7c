package org.dealtracker.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.export.Product.Made;
import org.dealtracker.http.Json;
import org.dealtracker.log.RecordKind;

/** The files that are no tables: all of the register in one, in forms of other people's tools. */
final class WholeFiles {
    static final String MAP = "agreements.geojson";
    static final String GRAPH = "ftm.jsonl";
    static final String DATABASE = "register.sqlite";
    static final String PACKAGE = "package.zip";

    static final List<Product> ALL = List.of(
            new Product(MAP, "application/geo+json", WholeFiles::map),
            new Product(GRAPH, FileFormat.JSONL.contentType(), WholeFiles::graph),
            new Product(DATABASE, "application/vnd.sqlite3", WholeFiles::database),
            new Product(PACKAGE, "application/zip", PackageFile::make));

    private WholeFiles() {}

    /** The one of a name, or null. */
    static Product of(String name) {
        return ALL.stream()
                .filter(product -> product.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Made map(Path file, Material material) throws IOException {
        long[] features = {0};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            GeoJson map = new GeoJson(out, material.around()::countries);
            map.begin(material.about());
            material.each(List.of(RecordKind.AGREEMENT), (kind, document) -> {
                map.feature(document);
                features[0]++;
            });
            map.end();
        }
        return new Made(features[0], null);
    }

    private static Made graph(Path file, Material material) throws IOException {
        FollowTheMoney graph = new FollowTheMoney();
        long rows = 0;
        try (JsonGenerator json = Json.generator(new BufferedOutputStream(Files.newOutputStream(file)))) {
            long[] written = {0};
            material.each(List.of(RecordKind.values()), (kind, document) -> {
                List<ObjectNode> entities = new ArrayList<>();
                graph.entities(kind, document, entities::add);
                for (ObjectNode entity : entities) {
                    json.writeTree(entity);
                    json.writeRaw('\n');
                }
                written[0] += entities.size();
            });
            rows = written[0];
        }
        return new Made(rows, null);
    }

    private static Made database(Path file, Material material) throws IOException {
        List<Extract<?>> extracts = Dictionary.extracts();
        List<Table<?>> tables = new ArrayList<>();
        extracts.forEach(extract -> tables.add(extract.table()));
        try (SqliteFile database = new SqliteFile(file, material.about(), tables)) {
            material.rows(extracts, database::row);
            return new Made(database.finish(), null);
        }
    }
}
