import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills a register for the benchmark over HTTP: agreements {@code bench-0}, {@code bench-1}, … of three items with five
 * citations each, out of the parties and sources of the example register, and {@code bench-small} with a single claim. The
 * same number gives the same agreements on every machine.
 *
 * <p>{@code java Load.java <base address> <how many>}, the key in DEALTRACKER_ADMIN_KEY.
 */
public final class Load {
    private static final int WRITERS = 4;
    private static final List<String> CATEGORIES =
            List.of("combat_aircraft", "uav", "air_defence", "missile", "artillery", "ship", "sensor", "ammunition");
    private static final List<String> KINDS = List.of("sale", "donation", "lease", "mixed", "unknown");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final List<String> parties;
    private final List<String> sources;

    private Load(String base) throws IOException, InterruptedException {
        this.base = base + "/api/v1";
        this.parties = slugs("/parties");
        this.sources = slugs("/sources");
    }

    public static void main(String... args) throws Exception {
        Load load = new Load(args[0]);
        int agreements = Integer.parseInt(args[1]);
        load.post(load.small());
        List<Callable<Void>> posts = new ArrayList<>();
        for (int i = 0; i < agreements; i++) {
            String body = load.agreement(i);
            posts.add(() -> load.post(body));
        }
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (var posted : writers.invokeAll(posts)) {
                posted.get();
            }
        } finally {
            writers.shutdown();
        }
    }

    private List<String> slugs(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path + "?limit=500&fields=slug"))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 400) { // a release that does not thin lists
            request = HttpRequest.newBuilder(URI.create(base + path + "?limit=500")).build();
            answer = client.send(request, BodyHandlers.ofString());
        }
        List<String> slugs = Pattern.compile("\"slug\":\"([a-z0-9-]+)\"")
                .matcher(answer.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .sorted()
                .toList();
        if (slugs.size() < 5) {
            throw new IllegalStateException("The example register is not there: " + path + " holds " + slugs);
        }
        return slugs;
    }

    private Void post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/agreements"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + System.getenv("DEALTRACKER_ADMIN_KEY"))
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("POST /agreements: " + answer.statusCode() + " " + answer.body());
        }
        return null;
    }

    private String small() {
        return """
                {"slug": "bench-small", "title": "Smallest generated agreement", "parties": [
                  {"party": "%s", "role": "supplier", "citations": [{"source": "%s"}]}]}"""
                .formatted(parties.get(0), sources.get(0));
    }

    private String agreement(int i) {
        Random random = new Random(20_251_222L + i);
        int supplier = random.nextInt(parties.size());
        int recipient = (supplier + 1 + random.nextInt(parties.size() - 1)) % parties.size();
        List<String> items = new ArrayList<>();
        for (int item = 0; item < 3; item++) {
            items.add("""
                    {"line": "line-%d", "designation": "Type %d", "category": "%s", "count": "%s", "citations": [%s]}"""
                    .formatted(
                            item,
                            random.nextInt(400),
                            one(CATEGORIES, random),
                            count(random),
                            citations(5, random)));
        }
        return """
                {"slug": "bench-%d", "title": "Generated agreement %d", "kind": "%s",
                 "summary": "Reported supply of equipment of three kinds, made up for measuring and in no source.",
                 "parties": [{"party": "%s", "role": "supplier", "citations": [%s]},
                             {"party": "%s", "role": "recipient", "citations": [%s]}],
                 "items": [%s]}"""
                .formatted(
                        i,
                        i,
                        one(KINDS, random),
                        parties.get(supplier),
                        citations(1, random),
                        parties.get(recipient),
                        citations(1, random),
                        String.join(", ", items));
    }

    private static String count(Random random) {
        int least = 1 + random.nextInt(40);
        return switch (random.nextInt(4)) {
            case 0 -> "" + least;
            case 1 -> least + ".." + (least + 12);
            case 2 -> "~" + least;
            default -> least + "..";
        };
    }

    private String citations(int many, Random random) {
        int first = random.nextInt(sources.size());
        return java.util.stream.IntStream.range(0, many)
                .mapToObj(i -> """
                        {"source": "%s", "locator": "paragraph %d", "reportedAs": "%d pieces", "stance": "supports",
                         "reliability": "B", "credibility": "3"}"""
                        .formatted(
                                sources.get((first + i) % sources.size()),
                                1 + random.nextInt(20),
                                1 + random.nextInt(40)))
                .collect(Collectors.joining(", "));
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
