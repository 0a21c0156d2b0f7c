package org.dealtracker.atom;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.dealtracker.http.Code;
import org.dealtracker.http.HtmlPage;
import org.dealtracker.log.Op;
import org.dealtracker.log.Recent.Entry;
import org.dealtracker.log.Recent.Followed;
import org.dealtracker.wording.Words;

/** Writes a feed as Atom (RFC 4287), its pages linked as RFC 5005 has it. */
final class Atom {
    static final String MEDIA_TYPE = "application/atom+xml";

    private static final String NAME = "defense-deal-tracker";

    /** Whoever serves a copy of the log, and wherever: its entries stay the same ones for every reader (RFC 4151). */
    private static final String TAG = "tag:dealtracker.org,2026:log/";

    private static final int LISTED = 100;

    private final Xml xml = new Xml();
    private final Feed feed;
    private final UUID log;

    private Atom(Feed feed, UUID log) {
        this.feed = feed;
        this.log = log;
    }

    /** @param followed null for all there is */
    static String id(UUID log, Followed followed, boolean semantic) {
        String of = followed == null ? "changes" : followed.kind().code() + "/" + followed.id();
        return TAG + log + "/" + of + (semantic ? "?significance=semantic" : "");
    }

    static byte[] write(Feed feed, UUID log) {
        return new Atom(feed, log).write();
    }

    private byte[] write() {
        xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", "en");
        xml.element("id", feed.id());
        xml.element("title", feed.title(), "type", "text");
        xml.element("updated", instant(feed.updated()));
        xml.open("author").element("name", NAME).close();
        link("self", feed.self(), Atom.MEDIA_TYPE, null);
        link("alternate", feed.alternate(), "application/json", null);
        link("first", feed.first(), Atom.MEDIA_TYPE, null);
        if (feed.next() != null) {
            link("next", feed.next(), Atom.MEDIA_TYPE, null);
        }
        xml.element("generator", NAME, "uri", feed.base() + "/docs");
        feed.entries().forEach(entry -> entry(entry, feed.told().get(entry.n())));
        return xml.close().bytes();
    }

    private void entry(Entry entry, Told told) {
        String record = feed.base() + entry.kind().path() + "/" + entry.slug();
        boolean gone = entry.op() == Op.DELETED || entry.op() == Op.MERGED;
        // What is left of a record that is gone stands in its history; at its own address it would be an error.
        String then = gone ? record + "/history/" + entry.revision() : record + "?asOfSeq=" + entry.n();
        xml.open("entry");
        xml.element("id", TAG + log + "/" + entry.n());
        xml.element("title", told.heading(), "type", "text");
        xml.element("updated", instant(entry.at()));
        xml.open("author").element("name", entry.actor()).close();
        link("alternate", then, "application/json", "The record as of this entry");
        link("related", record + "/history", "application/json", "Its history");
        if (entry.revision() > 1) {
            String diff = record + "/diff?from=" + (entry.revision() - 1) + "&to=" + entry.revision();
            link("related", diff, "application/json", "What changed, field by field");
        }
        category("record-kinds", entry.kind());
        category("ops", entry.op());
        category("change-types", entry.changeType());
        category("significance", entry.significance());
        xml.element("summary", told.summary(), "type", "text");
        xml.element("content", html(told), "type", "html");
        xml.close();
    }

    private void link(String relation, String address, String type, String title) {
        xml.empty("link", "rel", relation, "href", address, "type", type, "title", title);
    }

    private void category(String vocabulary, Code code) {
        String scheme = feed.base() + "/api/v1/vocabularies/" + vocabulary;
        xml.empty("category", "term", code.code(), "scheme", scheme, "label", Words.plain(code.code()));
    }

    private static String html(Told told) {
        StringBuilder html = new StringBuilder("<ul>");
        told.lines().stream()
                .limit(LISTED)
                .forEach(line ->
                        html.append("<li>").append(escaped(Told.sentence(line))).append("</li>"));
        if (told.lines().size() > LISTED) {
            html.append("<li>And ").append(told.lines().size() - LISTED).append(" more.</li>");
        }
        html.append("</ul>");
        if (told.reason() != null) {
            html.append("<p>Reason: ").append(escaped(told.quotedReason())).append("</p>");
        }
        return html.toString();
    }

    /** Cleaned before it is escaped, so that nothing that XML forbids hides in a reference. */
    private static String escaped(String text) {
        return HtmlPage.escaped(Xml.clean(text));
    }

    /** RFC 3339, to the microsecond in which the log dates. */
    private static String instant(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.atOffset(ZoneOffset.UTC));
    }
}
