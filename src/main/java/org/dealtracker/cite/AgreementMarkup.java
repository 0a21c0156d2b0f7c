package org.dealtracker.cite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.evidence.Vetting.Vetted;
import org.dealtracker.http.Json;
import org.dealtracker.log.Identity;
import org.dealtracker.log.RecordKind;
import org.dealtracker.source.Source;
import org.dealtracker.wording.ClaimWords;
import org.dealtracker.wording.Names;

/**
 * An agreement in the words of schema.org: a {@code Dataset} whose parts are its claims, the works that these appear in,
 * and how each line is vouched for. It is no statement that there is such a deal.
 */
final class AgreementMarkup {
    private final ObjectNode document;
    private final long n;
    private final Vetted vetted;
    private final Identity identity;
    private final PublisherSettings settings;
    private final String base;
    private final String address;
    private final String permanent;
    private final ArrayNode graph = Json.object().putArray("@graph");

    private AgreementMarkup(ObjectNode document, long n, Vetted vetted, PublisherSettings settings, String base) {
        this.document = document;
        this.n = n;
        this.vetted = vetted;
        this.identity = vetted.agreement().identity();
        this.settings = settings;
        this.base = base;
        this.address = base + RecordKind.AGREEMENT.path() + "/" + identity.slug();
        this.permanent = Citing.permanent(address, identity);
    }

    /**
     * @param n the entry of the log as of which claims are weighed: what is known of a source may change, and the record
     *     that cites it stay the same
     * @param names what the parties are called that claims speak of
     */
    static ArrayNode of(
            ObjectNode document, long n, Vetted vetted, Names names, PublisherSettings settings, String base) {
        return new AgreementMarkup(document, n, vetted, settings, base).graph(names);
    }

    private ArrayNode graph(Names names) {
        graph.add(register());
        ObjectNode dataset = dataset();
        graph.add(dataset);
        WorkNodes works = new WorkNodes(base);
        ClaimWords words = new ClaimWords(document, names);
        ClaimNodes claims = new ClaimNodes(address, vetted.agreement().listTitle(), words, works, vetted.sources());
        Map<String, JsonNode> said = said();
        Set<UUID> replaced = vetted.agreement().claims().all().stream()
                .flatMap(claim -> claim.replaces().stream())
                .collect(Collectors.toSet());
        ArrayNode parts = Json.object().putArray("hasPart");
        for (ClaimKind kind : ClaimKind.values()) {
            for (Claim claim : vetted.agreement().claims().of(kind)) {
                String id = claim.id().toString();
                parts.add(Nodes.reference(claims.id(kind, id)));
                graph.add(claims.node(kind, claim, said.get(id), replaced.contains(claim.id())));
            }
        }
        Nodes.put(dataset, "hasPart", parts);
        ArrayNode cited = Json.object().putArray("citation");
        vetted.agreement().citations().forEach(citation -> cited.add(claims.role(citation)));
        Nodes.put(dataset, "citation", cited);
        works(works);
        String evidence = address + "/evidence?asOfSeq=" + n;
        ReviewNodes reviews = new ReviewNodes(address, evidence, registerId(), day(), claims, said);
        vetted.lines().stream()
                .filter(ReviewNodes::isWeighed)
                .map(reviews::node)
                .forEach(graph::add);
        return graph;
    }

    private String registerId() {
        return base + "/#register";
    }

    private ObjectNode register() {
        return Nodes.node("Organization", registerId())
                .put("name", Plain.line(settings.publisher()))
                .put("url", base + "/docs");
    }

    private ObjectNode dataset() {
        ObjectNode dataset = Nodes.node("Dataset", address);
        String title = Plain.line(vetted.agreement().listTitle());
        dataset.put("name", title);
        String summary = document.path("summary").asText("");
        dataset.put(
                "description",
                summary.isEmpty()
                        ? "What sources claim of a reported arms agreement, “" + title + "”, claim by claim."
                        : summary);
        dataset.put("url", address);
        dataset.putArray("identifier").add("urn:uuid:" + identity.id()).add(permanent);
        dataset.put("version", Integer.toString(identity.revision()));
        dataset.put("dateCreated", identity.createdAt().toString());
        dataset.put("dateModified", identity.updatedAt().toString());
        dataset.put("inLanguage", "en");
        dataset.put("isAccessibleForFree", true);
        dataset.set("license", Nodes.licence(settings.dataLicence()));
        dataset.set("creator", Nodes.reference(registerId()));
        dataset.set("publisher", Nodes.reference(registerId()));
        dataset.set(
                "distribution",
                Nodes.node("DataDownload", null)
                        .put("contentUrl", permanent)
                        .put("encodingFormat", "application/json"));
        Nodes.put(dataset, "about", about());
        return dataset;
    }

    /** The sides; what a party is, its own record says. */
    private ArrayNode about() {
        ArrayNode about = Json.object().putArray("about");
        for (String side : new String[] {"suppliers", "recipients"}) {
            for (JsonNode party : document.path("headline").path(side)) {
                String id = base + RecordKind.PARTY.path() + "/"
                        + party.path("slug").asText();
                about.add(Nodes.node("Thing", id).put("name", party.path("name").asText()));
            }
        }
        return about;
    }

    /** The works that are cited, and those that they repeat; each once. */
    private void works(WorkNodes works) {
        Set<String> wanted = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        Stream.concat(
                        vetted.agreement().citations().stream(),
                        vetted.agreement().claims().all().stream().flatMap(claim -> claim.citations().stream()))
                .forEach(citation -> open.add(citation.source()));
        while (!open.isEmpty()) {
            String slug = open.remove();
            Source source = vetted.sources().get(slug);
            if (source != null && wanted.add(slug)) {
                open.addAll(source.repeats());
            }
        }
        wanted.forEach(slug -> graph.add(works.node(vetted.sources().get(slug))));
    }

    private String day() {
        return identity.updatedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private Map<String, JsonNode> said() {
        Map<String, JsonNode> said = new HashMap<>();
        for (ClaimKind kind : ClaimKind.values()) {
            document.path(kind.collection())
                    .forEach(claim -> said.put(claim.path("id").asText(), claim));
        }
        return said;
    }
}
