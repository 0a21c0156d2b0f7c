package org.dealtracker.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;

/**
 * What an operation has because of what it is: a write needs a key and can be refused, a condition can fail, a read as
 * of a past moment says which. The signs are the method, the parameters and the body; nobody repeats the rest.
 */
final class Operations {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static final Pattern TELLS_THE_PAST = Pattern.compile("/history|/diff$|/changes$|\\.atom$");

    private Operations() {}

    static void complete(ObjectNode document) {
        responses(document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> complete(
                                new Traits(path.getKey(), entry.getKey(), (ObjectNode) entry.getValue()), document)));
    }

    /** What can be told of an operation from its signature. */
    private record Traits(String path, String method, ObjectNode operation) {
        boolean has(String in, String name) {
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("in").asText().equals(in)
                        && (name == null || parameter.path("name").asText().equals(name))) {
                    return true;
                }
            }
            return false;
        }

        boolean writes() {
            return !method.equals("get") && !orders();
        }

        /** A POST that has a file made writes nothing. */
        boolean orders() {
            return method.equals("post") && path.endsWith("/exports");
        }

        /** A file, of which a part may be asked for. */
        boolean hasRanges() {
            return has("header", "Range");
        }

        boolean takesBody() {
            return operation.has("requestBody");
        }

        /** A record that was merged leads to its survivor, with all below it but what tells how it came to that. */
        boolean mayHaveMoved() {
            return !writes() && ofRecord() && !TELLS_THE_PAST.matcher(path).find();
        }

        boolean cites() {
            return path.contains("/citation");
        }

        boolean ofRecord() {
            return path.contains("/{id}");
        }
    }

    private static void complete(Traits traits, ObjectNode document) {
        ObjectNode operation = traits.operation();
        ObjectNode answers = operation.withObject("/responses");
        List<String> given = new ArrayList<>();
        answers.fieldNames().forEachRemaining(given::add);
        // The framework's own guesses at errors, which our problems replace.
        given.stream().filter(status -> status.startsWith("4")).forEach(answers::remove);
        given.stream()
                .filter(status -> status.startsWith("2"))
                .forEach(status -> headers(traits, status, answers.get(status)));
        if (traits.hasRanges()) {
            ranges(traits, answers);
        }
        if (traits.has("header", "If-None-Match") && !traits.orders()) {
            ObjectNode unchanged = answers.putObject("304").put("description", "What the client holds is current.");
            headers(traits, "304", unchanged);
        }
        if (traits.mayHaveMoved()) {
            ObjectNode moved = answers.putObject("308").put("description", "The record went into the one at Location.");
            moved.putObject("content")
                    .putObject("application/json")
                    .putObject("schema")
                    .put("$ref", Tree.SCHEMAS + "MergedRecord");
            headers(traits, "308", moved);
        }
        for (int status : errors(traits)) {
            answers.putObject(Integer.toString(status)).put("$ref", "#/components/responses/" + name(status));
        }
        if (traits.writes()) {
            operation.putArray("security").addObject().putArray("key");
        } else {
            operation.putArray("security").addObject();
            operation.withArray("/security").addObject().putArray("key");
        }
        share(operation, document.path("components").path("parameters"));
    }

    /** RFC 9110, section 14: a part is answered as one. */
    private static void ranges(Traits traits, ObjectNode answers) {
        ObjectNode part = answers.putObject("206").put("description", "The part that was asked for.");
        part.set("content", answers.path("200").path("content").deepCopy());
        headers(traits, "206", part);
    }

    private static Set<Integer> errors(Traits traits) {
        Set<Integer> errors = new TreeSet<>(Set.of(400, 405, 406, 408, 414, 431, 500, 503));
        // Reading needs no key, but a wrong one is refused wherever it is sent.
        errors.add(401);
        if (traits.has("path", null)) {
            errors.add(404);
        }
        if (traits.ofRecord() || traits.has("query", "cursor") || traits.has("query", "since")) {
            errors.add(410);
        }
        if (traits.writes()) {
            errors.addAll(Set.of(403, 409, 413, 422));
        }
        if (traits.has("header", "If-Match")) {
            errors.addAll(Set.of(412, 428));
        }
        if (traits.takesBody()) {
            errors.add(415);
        }
        if (traits.orders()) {
            errors.addAll(Set.of(413, 422));
        }
        if (traits.hasRanges()) {
            errors.add(416);
        }
        return errors;
    }

    private static void headers(Traits traits, String status, JsonNode answer) {
        Set<String> headers = new TreeSet<>();
        boolean page = answer.path("content").has("text/html");
        if (page) {
            headers.addAll(Set.of(
                    "Cache-Control", "Vary", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"));
        } else if (!traits.writes()) {
            headers.add("Cache-Control");
        }
        // Of two formats the one that Accept prefers.
        if (answer.path("content").size() > 1) {
            headers.add("Vary");
        }
        if (traits.orders()) {
            headers.addAll(Set.of("Location", "Retry-After"));
        } else if (traits.has("header", "If-None-Match")) {
            headers.add("ETag");
        }
        if (traits.hasRanges()) {
            headers.addAll(ofFiles(status));
        }
        if (traits.has("header", "If-Modified-Since")) {
            headers.add("Last-Modified");
        }
        if (traits.has("query", "asOf") && !traits.orders()) {
            headers.addAll(Set.of("Feed-Head", "Content-Location", "Memento-Datetime"));
        }
        if (traits.has("query", "since") && !traits.path().endsWith("/stream")) {
            headers.add("Feed-Head");
        }
        if (traits.path().endsWith("/stream")) {
            headers.add("X-Accel-Buffering");
        }
        if ((traits.has("query", "cursor") || traits.cites()) && status.equals("200")) {
            headers.add("Link");
        }
        if (traits.writes()) {
            headers.addAll(Set.of("ETag", "Feed-Head"));
        }
        if (traits.method().equals("delete") && traits.path().endsWith("/{id}")) {
            // A record that was deleted has no revision to name; a claim's agreement has.
            headers.remove("ETag");
        }
        if (status.equals("201") && !traits.path().endsWith("/bundles") || status.equals("308")) {
            headers.add("Location");
        }
        if (traits.has("header", "Idempotency-Key")) {
            headers.add("Idempotency-Replayed");
        }
        if (traits.path().endsWith("/bundles")) {
            headers.remove("ETag");
        }
        if (!headers.isEmpty()) {
            ObjectNode all = ((ObjectNode) answer).withObject("/headers");
            headers.forEach(header -> refer(all, header));
        }
    }

    private static Set<String> ofFiles(String status) {
        return switch (status) {
            case "200" -> Set.of("Accept-Ranges", "Repr-Digest", "Content-Digest", "Content-Disposition", "Link");
            case "206" -> Set.of("Accept-Ranges", "Repr-Digest", "Content-Range", "Content-Disposition", "Link");
            default -> Set.of();
        };
    }

    private static void refer(ObjectNode headers, String header) {
        headers.putObject(header).put("$ref", "#/components/headers/" + header);
    }

    /** A parameter that is described among the components is that one. */
    private static void share(ObjectNode operation, JsonNode shared) {
        if (operation.path("parameters") instanceof ArrayNode parameters) {
            for (int i = 0; i < parameters.size(); i++) {
                String name = parameters.get(i).path("name").asText();
                String operationId = operation.path("operationId").asText();
                JsonNode in = parameters.get(i).path("in");
                // What is part of an address may be called what elsewhere is part of a query.
                String found = Stream.of(operationId + "." + name, Alike.of(operationId) + "." + name, name)
                        .filter(key ->
                                shared.has(key) && shared.get(key).path("in").equals(in))
                        .findFirst()
                        .orElse(null);
                if (found != null) {
                    parameters.set(i, Json.object().put("$ref", "#/components/parameters/" + found));
                }
            }
        }
    }

    /** One answer for each status that a problem may have. */
    private static void responses(ObjectNode document) {
        ObjectNode responses = document.withObject("/components/responses");
        Arrays.stream(ProblemType.values()).map(ProblemType::status).distinct().forEach(status -> {
            String description = types(status).stream()
                    .map(type -> "`" + type.code() + "`: " + type.meaning())
                    .collect(Collectors.joining("\n\n"));
            ObjectNode response = responses.putObject(name(status)).put("description", description);
            ObjectNode headers = response.putObject("headers");
            refer(headers, "Cache-Control");
            switch (status) {
                case 401 -> refer(headers, "WWW-Authenticate");
                case 405 -> refer(headers, "Allow");
                case 409 -> {
                    refer(headers, "ETag");
                    refer(headers, "Retry-After");
                }
                case 410, 412, 428 -> refer(headers, "ETag");
                case 415 -> refer(headers, "Accept-Patch");
                case 416 -> {
                    refer(headers, "Accept-Ranges");
                    refer(headers, "Content-Range");
                }
                case 429, 503 -> refer(headers, "Retry-After");
                default -> {}
            }
            response.putObject("content")
                    .putObject(Problem.MEDIA_TYPE)
                    .putObject("schema")
                    .put("$ref", Tree.SCHEMAS + "Problem");
        });
    }

    private static List<ProblemType> types(int status) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .toList();
    }

    /** The name of the first type of a status, each word with a capital. */
    private static String name(int status) {
        return Arrays.stream(types(status).get(0).code().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
