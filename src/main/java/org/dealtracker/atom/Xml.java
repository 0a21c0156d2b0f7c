package org.dealtracker.atom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a well-formed document whatever texts it is given. */
final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
    private final XMLStreamWriter writer;

    Xml() {
        try {
            writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attributes names and values in turn; one whose value is null is left out */
    Xml open(String element, String... attributes) {
        try {
            writer.writeCharacters("\n");
            writer.writeStartElement(element);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    Xml close() {
        try {
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    Xml text(String text) {
        try {
            writer.writeCharacters(clean(text));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** An element with nothing in it. */
    Xml empty(String element, String... attributes) {
        try {
            writer.writeCharacters("\n");
            writer.writeEmptyElement(element);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
            }
        }
    }

    /** An element with nothing but a text in it. */
    Xml element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    byte[] bytes() {
        try {
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** Without what XML 1.0 forbids even as a reference (section 2.2), and with line ends that survive being read. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .forEach(c -> clean.appendCodePoint(isAllowed(c) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
    }
}
