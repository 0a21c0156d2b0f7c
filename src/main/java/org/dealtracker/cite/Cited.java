package org.dealtracker.cite;

import java.util.List;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * What a citation says, before it is written in a format. Every text is on one line; what is not known is null.
 *
 * @param key by which a bibliography refers to it: ASCII letters, digits and hyphens
 * @param genre the register's own word for what it is
 * @param publisher the outlet, or who publishes the register
 * @param version the revision, of a record
 * @param accessed when the register's editors read it
 * @param note sentences: where in the register it stands, and what a reader must not miss
 * @param citeAs the address of the register's record that gives the same for ever
 */
record Cited(
        String key,
        Work work,
        String title,
        String genre,
        List<Author> authors,
        String publisher,
        FuzzyDate issued,
        String version,
        String url,
        String archiveUrl,
        FuzzyDate accessed,
        String language,
        String note,
        String citeAs) {}
