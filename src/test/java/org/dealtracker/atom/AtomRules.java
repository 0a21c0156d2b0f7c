package org.dealtracker.atom;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.dealtracker.support.Answer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What the W3C's feed validator asks of an Atom feed (RFC 4287), asked of every feed that a test gets; and a feed reader's
 * own library has to read it.
 */
final class AtomRules {
    static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private AtomRules() {}

    /** A feed as a reader has it, with what its rules forbid already excluded. */
    record Read(Element feed, List<Entry> entries) {
        List<String> titles() {
            return entries.stream().map(Entry::title).toList();
        }

        List<String> summaries() {
            return entries.stream().map(Entry::summary).toList();
        }

        String link(String relation) {
            return href(feed, relation);
        }

        String text(String element) {
            return AtomRules.text(feed, element);
        }
    }

    /** @param n of the log, by the entry's id */
    record Entry(Element element, long n, String title, String summary, String html) {
        String link(String relation) {
            return href(element, relation);
        }

        List<String> terms() {
            return children(element, "category").stream()
                    .map(each -> each.getAttribute("term"))
                    .toList();
        }
    }

    static Read read(Answer answer) {
        answer.expect(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/atom+xml;charset=utf-8");
        Element feed = parse(answer.bytes());
        assertThat(feed.getNamespaceURI()).isEqualTo(NAMESPACE);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getAttribute("xml:lang")).isEqualTo("en");
        common(feed);
        isAbsolute(href(feed, "self"));
        isAbsolute(href(feed, "alternate"));
        assertThat(text(feed, "generator")).isNotBlank();
        assertThat(children(feed, "author")).hasSize(1);
        List<Entry> entries =
                children(feed, "entry").stream().map(AtomRules::entry).toList();
        order(feed, entries);
        readByOthers(answer, entries.size());
        return new Read(feed, entries);
    }

    private static Entry entry(Element entry) {
        common(entry);
        Element author = only(entry, "author");
        assertThat(text(author, "name")).isNotBlank();
        isAbsolute(href(entry, "alternate"));
        assertThat(children(entry, "category")).hasSize(4).allSatisfy(category -> {
            assertThat(category.getAttribute("term")).isNotBlank();
            isAbsolute(category.getAttribute("scheme"));
        });
        assertThat(only(entry, "summary").getAttribute("type")).isEqualTo("text");
        assertThat(only(entry, "content").getAttribute("type")).isEqualTo("html");
        String summary = text(entry, "summary");
        String html = text(entry, "content");
        assertThat(summary).isNotBlank();
        // Read as XML once more, since all that we write in HTML is that too: nothing of a record's acts in it.
        Set<String> tags = tags(parse(("<div>" + html + "</div>").getBytes(StandardCharsets.UTF_8)));
        assertThat(tags).isSubsetOf("div", "ul", "li", "p");
        String id = text(entry, "id");
        assertThat(id).matches("tag:dealtracker\\.org,2026:log/" + ID + "/[0-9]+");
        long n = Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
        return new Entry(entry, n, text(entry, "title"), summary, html);
    }

    /** What feed and entry both must have, once. */
    private static void common(Element element) {
        isAbsolute(text(element, "id"));
        assertThat(text(element, "title")).isNotBlank().doesNotContain("\n");
        assertThat(OffsetDateTime.parse(text(element, "updated"))).isNotNull();
        Set<String> targets = new HashSet<>();
        for (Element link : children(element, "link")) {
            isAbsolute(link.getAttribute("href"));
            assertThat(targets.add(link.getAttribute("rel") + " " + link.getAttribute("href")))
                    .as("one link of a relation to an address")
                    .isTrue();
        }
    }

    private static void order(Element feed, List<Entry> entries) {
        assertThat(entries.stream().map(Entry::n)).doesNotHaveDuplicates();
        for (int i = 1; i < entries.size(); i++) {
            assertThat(entries.get(i).n()).isLessThan(entries.get(i - 1).n());
            assertThat(updated(entries.get(i).element()))
                    .isBefore(updated(entries.get(i - 1).element()));
        }
        if (!entries.isEmpty()) {
            assertThat(updated(feed)).isEqualTo(updated(entries.get(0).element()));
        }
    }

    static Instant updated(Element element) {
        return OffsetDateTime.parse(text(element, "updated")).toInstant();
    }

    private static void readByOthers(Answer answer, int entries) {
        try {
            Feed feed = (Feed) new WireFeedInput(true, Locale.ROOT).build(new StringReader(answer.text()));
            assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
            assertThat(feed.getEntries()).hasSize(entries).allSatisfy(entry -> {
                assertThat(entry.getTitle()).isNotBlank();
                assertThat(entry.getUpdated()).isNotNull();
                assertThat(entry.getAlternateLinks()).hasSize(1);
            });
        } catch (FeedException e) {
            throw new AssertionError(e);
        }
    }

    private static void isAbsolute(String iri) {
        assertThat(URI.create(iri).isAbsolute()).as(iri).isTrue();
    }

    private static Element parse(byte[] document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new ByteArrayInputStream(document)))
                    .getDocumentElement();
        } catch (SAXException e) {
            throw new AssertionError(new String(document, StandardCharsets.UTF_8), e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> tags(Element element) {
        Set<String> tags = new HashSet<>(Set.of(element.getTagName()));
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                assertThat(below.getAttributes().getLength()).isZero();
                tags.addAll(tags(below));
            }
        }
        return tags;
    }

    static List<Element> children(Element element, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found && name.equals(found.getLocalName())) {
                children.add(found);
            }
        }
        return children;
    }

    private static Element only(Element element, String name) {
        List<Element> found = children(element, name);
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private static String text(Element element, String name) {
        return only(element, name).getTextContent();
    }

    /** The address of the one link of a relation; null where there is none. */
    private static String href(Element element, String relation) {
        List<String> found = children(element, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .toList();
        return found.isEmpty() ? null : found.get(0);
    }
}
