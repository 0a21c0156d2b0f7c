package org.dealtracker.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Does at random what editors do: to sources, parties, restrictions, assessments and deals that bear on each other. */
public final class RandomHistory {
    private final Random random;
    private final List<String> sources = new ArrayList<>();
    private final List<String> parties = new ArrayList<>();
    private final List<String> deals = new ArrayList<>();
    private final List<String> restrictions = new ArrayList<>();
    private final List<String> assessments = new ArrayList<>();

    /** Begins with five sources, five parties and four deals. */
    public RandomHistory(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            sources.add(Fixtures.created("sources", Fixtures.source()));
            parties.add(Fixtures.created("parties", Fixtures.party()));
        }
        for (int i = 0; i < 4; i++) {
            deals.add(Fixtures.created("agreements", deal()));
        }
    }

    /** The deals that there still are. */
    public List<String> deals() {
        return deals;
    }

    /** The parties that there were at first. */
    public List<String> parties() {
        return parties;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String citations() {
        return "citations: [{source: '%s'}, {source: '%s', stance: '%s'}]"
                .formatted(any(sources), any(sources), any(List.of("supports", "disputes", "mentions")));
    }

    private ObjectNode deal() {
        ObjectNode deal = Fixtures.rumour();
        deal.setAll(Bodies.json(
                "{items: [%s, %s], parties: [{party: '%s', role: 'recipient', %s}, {party: '%s', role: 'supplier', %s}],"
                                .formatted(item(), item(), any(parties), citations(), any(parties), citations())
                        + "statusHistory: [{to: 'agreed', effective: '2025-12-18', reason: 'r', %s}],"
                                .formatted(citations())
                        + "positions: [{party: '%s', stance: '%s', %s}]}"
                                .formatted(any(parties), any(List.of("confirms", "denies")), citations())));
        return deal;
    }

    private String item() {
        return "{line: 'jets', designation: 'JF-17', category: 'combat_aircraft', count: '%d', %s}"
                .formatted(1 + random.nextInt(3), citations());
    }

    /** One request and its answer; some are refused, as circles of repeats and records in use are. */
    public Answer operation() {
        return switch (random.nextInt(10)) {
            case 0 ->
                edit(
                        "/sources/" + any(sources),
                        "{retraction: %s, changeReason: 'r'}"
                                .formatted(random.nextBoolean() ? "{reason: 'Made up.'}" : "null"));
            case 1 ->
                edit(
                        "/sources/" + any(sources),
                        "{origin: 'repeats', repeats: ['%s'], changeReason: 'r'}".formatted(any(sources)));
            case 2 ->
                edit(
                        "/sources/" + any(sources),
                        "{origin: '%s', repeats: [], published: '2025-12-%02d', changeReason: 'r'}"
                                .formatted(any(List.of("own", "unknown")), 1 + random.nextInt(28)));
            case 3 -> edit("/parties/" + any(parties), "{%s, changeReason: 'r'}".formatted(trait()));
            case 4, 8 -> restriction();
            case 5 -> assessment();
            case 6 ->
                edit("/agreements/" + any(deals), "{items: [%s, %s], changeReason: 'r'}".formatted(item(), item()));
            case 9 -> merge();
            default -> revert();
        };
    }

    /** One member of a party, so that what follows from it alone is not hidden by what follows from another. */
    private String trait() {
        return switch (random.nextInt(4)) {
            case 0 -> "name: 'Works %d'".formatted(random.nextInt(100));
            case 1 -> "country: '%s'".formatted(any(List.of("PK", "NR")));
            default -> "affiliations: [{party: '%s', kind: 'branch_of', %s}]".formatted(any(parties), citations());
        };
    }

    private Answer edit(String path, String patch) {
        return Api.patch(path, Api.get(path).expect(200).header("ETag"), Bodies.json(patch));
    }

    private Answer restriction() {
        String targets = random.nextBoolean() ? "{country: 'NR'}" : "{party: '" + any(parties) + "'}";
        String body =
                "{title: 'Embargo', issuer: 'A council', targets: [%s], scope: ['all_goods'], direction: '%s', from:"
                        + " '20%02d', changeReason: 'r', %s}";
        String filled =
                body.formatted(targets, any(List.of("to_target", "both")), 10 + random.nextInt(20), citations());
        if (restrictions.size() > 2 && random.nextBoolean()) {
            String gone = restrictions.remove(0);
            return Api.delete(
                    "/restrictions/" + gone, Api.get("/restrictions/" + gone).header("ETag"), "Lifted.");
        }
        if (!restrictions.isEmpty() && random.nextBoolean()) {
            return edit("/restrictions/" + any(restrictions), filled);
        }
        Answer made = Api.post("/restrictions", Bodies.json(filled));
        restrictions.add(made.textAt("/slug"));
        return made;
    }

    private Answer assessment() {
        String body = "{stance: '%s', subject: {agreement: '%s'}, changeReason: 'r', %s}"
                .formatted(any(List.of("critical", "neutral")), any(deals), citations());
        if (assessments.size() > 2 && random.nextBoolean()) {
            String gone = assessments.remove(0);
            return Api.delete(
                    "/assessments/" + gone, Api.get("/assessments/" + gone).header("ETag"), "Not needed.");
        }
        if (!assessments.isEmpty() && random.nextBoolean()) {
            return edit("/assessments/" + any(assessments), body);
        }
        Answer made = Api.post("/assessments", Bodies.json(body));
        assessments.add(made.textAt("/slug"));
        return made;
    }

    /** Two sources, parties or deals turn out to be one; never the last ones. */
    private Answer merge() {
        List<String> all = any(List.of(sources, parties, deals));
        String collection = all == sources ? "/sources/" : all == parties ? "/parties/" : "/agreements/";
        if (all.size() < 3) {
            return Api.get(collection + any(all));
        }
        String duplicate = any(all);
        String survivor =
                any(all.stream().filter(each -> !each.equals(duplicate)).toList());
        Answer answer = Api.post(
                collection + duplicate + "/merge",
                Bodies.json("{into: '%s', changeReason: 'r'}", survivor),
                "If-Match",
                Api.get(collection + duplicate).header("ETag"));
        if (answer.status() == 200) {
            all.remove(duplicate);
        }
        return answer;
    }

    private Answer revert() {
        String path = random.nextBoolean() ? "/sources/" + any(sources) : "/parties/" + any(parties);
        return Api.post(
                path + "/revert",
                Bodies.json("{to: 1, changeReason: 'r'}"),
                "If-Match",
                Api.get(path).header("ETag"));
    }
}
