package org.dealtracker.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Records that many tests rest on. Named ones are made when first asked for and never changed by a test. */
public final class Fixtures {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Set<String> MADE = new HashSet<>();

    private Fixtures() {}

    /** A slug that no other test has. */
    public static String fresh(String stem) {
        return stem + "-" + COUNT.incrementAndGet();
    }

    public static String pakistan() {
        return party("pakistan", "Pakistan", "state");
    }

    public static String laaf() {
        return party("libyan-arab-armed-forces", "Libyan Arab Armed Forces", "faction");
    }

    public static String china() {
        return party("china", "China", "state");
    }

    public static String indonesia() {
        return party("indonesia", "Indonesia", "state");
    }

    /** The origin of the counts and values of the Libyan deal. */
    public static String reuters() {
        return source(
                "reuters-2025-12-22",
                "{kind: 'wire_report', publisher: 'Reuters', published: '2025-12-22?', origin: 'own'}");
    }

    /** The recipient's own channel, on the pact. */
    public static String alHadath() {
        return source(
                "al-hadath-2025-12-21",
                "{kind: 'broadcast', publisher: 'Al-Hadath', published: '2025-12-21', origin: 'own'}");
    }

    public static String ap() {
        return source("ap-j-10-2025", "{kind: 'unrecorded', publisher: 'AP', published: '2025-10-15?'}");
    }

    public static String trt() {
        return source("trt-j-10-2025", "{kind: 'unrecorded', publisher: 'TRT', published: '2025-10-15?'}");
    }

    /** A party of one's own, which may be changed. */
    public static ObjectNode party() {
        return Bodies.json("{slug: '%s', name: 'An armaments works', kind: 'company', country: 'PK'}", fresh("works"));
    }

    /** A source of one's own, which may be changed. */
    public static ObjectNode source() {
        return Bodies.json("{slug: '%s', kind: 'news_article', title: 'A report', origin: 'own'}", fresh("report"));
    }

    public static String created(String collection, ObjectNode body) {
        return Api.post("/" + collection, body).expect(201).textAt("/slug");
    }

    /** The least that an agreement may say. */
    public static ObjectNode rumour() {
        return Bodies.json("{slug: '%s', title: 'A rumoured deal'}", fresh("rumour"));
    }

    /** China – Indonesia, J-10: at least 42 or 10, as the outlets have it. */
    public static ObjectNode j10() {
        return Bodies.json("""
                {slug: '%s', title: 'China – Indonesia: J-10', kind: 'sale',
                 parties: [{party: '%s', role: 'supplier', citations: [{source: '%5$s'}]},
                           {party: '%s', role: 'recipient', citations: [{source: '%4$s'}]}],
                 items: [{line: 'j-10', designation: 'J-10', category: 'combat_aircraft', count: '42..',
                          citations: [{source: '%4$s', reportedAs: 'at least 42'}]},
                         {line: 'j-10', designation: 'J-10', category: 'combat_aircraft', count: '10',
                          citations: [{source: '%5$s', reportedAs: '10'}]}],
                 statusHistory: [{to: 'announced', effective: '2025-10-15', reason: 'Announced; nothing binding shown.',
                                  citations: [{source: '%4$s'}]}]}""", fresh("j-10"), china(), indonesia(), ap(), trt());
    }

    /** A deal with a claim of every kind, every field of them set, and a history of two stages. */
    public static ObjectNode laafDeal() {
        String citation = """
                {source: '%s', locator: 'para 5', reportedAs: '16 JF-17', stance: 'supports', origin: 'own',
                 hedges: [{phrase: 'could vary', marker: 'subject_to_change'}], reliability: 'B', credibility: '3',
                 gradedBy: 'an editor',
                 attribution: {kind: 'document', count: 4, description: 'Pakistani officials', documentSeen: true}}
                """.formatted(reuters());
        return Bodies.json("""
                {slug: '%1$s', title: 'Pakistan – LAAF', summary: 'A deal of December 2025.', kind: 'mixed', note: 'N.',
                 externalIds: [{scheme: 'sipri', value: '1'}], related: [], citations: [%2$s],
                 parties: [{party: '%3$s', role: 'supplier', citations: [%2$s]},
                           {party: '%4$s', role: 'recipient', citations: [{source: '%5$s'}]}],
                 items: [{line: 'jf-17', designation: 'JF-17', description: 'Aircraft', category: 'combat_aircraft',
                          count: '16', condition: 'new', localProduction: false, deliveryPeriod: '2026/2028',
                          partOf: 'aircraft', rank: 'preferred', rankReason: 'From the draft.', asAt: '2025-12',
                          note: 'N.', citations: [%2$s]}],
                 deliveries: [{line: 'jf-17', quantity: '0', asAt: '2026-05', citations: [%2$s]}],
                 values: [{line: 'package', money: {amount: '>4000000000', currency: 'USD'}, basis: 'package',
                           covers: ['jf-17'], citations: [%2$s]}],
                 commitments: [{type: 'training', description: 'Of pilots', fulfilment: 'unknown', due: '2026',
                                lastReviewed: '2026-11', reviewBy: '2026-12', citations: [%2$s]}],
                 dates: [{event: 'signed', when: '[2025-12-17..2025-12-22]', citations: [%2$s]}],
                 terms: [{type: 'duration', text: 'two and a half years', period: '2026/2028', citations: [%2$s]}],
                 positions: [{party: '%3$s', stance: 'no_comment', about: 'deal', when: '2025-12-22?', citations: [%2$s]}],
                 statusHistory: [{to: 'in_negotiation', changeType: 'transition', effective: '2025-07-18',
                                  reason: 'Talks.', citations: [%2$s]},
                                 {to: 'agreed', effective: '[2025-12-17..2025-12-22]', reason: 'Concluded.', by: '%4$s',
                                  citations: [%2$s]}]}""", fresh("laaf"), citation, pakistan(), laaf(), alHadath());
    }

    private static synchronized String party(String slug, String name, String kind) {
        return once("parties", slug, Bodies.json("{slug: '%s', name: '%s', kind: '%s'}", slug, name, kind));
    }

    private static synchronized String source(String slug, String body) {
        return once("sources", slug, Bodies.json(body).put("slug", slug));
    }

    private static String once(String collection, String slug, ObjectNode body) {
        // Another profile is another application, on an emptied database and another port.
        boolean first = MADE.add(RestAssured.port + "/" + collection + "/" + slug);
        if (first && Api.get("/" + collection + "/" + slug).status() == 404) {
            Api.post("/" + collection, body).expect(201);
        }
        return slug;
    }
}
