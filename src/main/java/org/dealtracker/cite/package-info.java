/**
 * How a reader cites a record, and what machines read that check facts: citations in the three formats of bibliographies
 * (BibTeX, RIS, CSL JSON), each naming an address that gives the same for ever, and the claims of an agreement in the
 * words of schema.org. Under which name and address the register is cited, exports say too ({@link PublisherSettings}).
 */
package org.dealtracker.cite;
