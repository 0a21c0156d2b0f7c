/**
 * The documentation as pages: one for each task, kept in {@code src/docs} as Markdown, and a reference that is made from
 * the OpenAPI document and the vocabularies, so that it cannot miss anything. Known by nobody.
 */
package org.dealtracker.docs;
