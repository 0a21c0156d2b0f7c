/**
 * How words are told apart, spelled alike, looked for and shown: pure functions over text and JSON. Not here: what is
 * looked for in which table, and any word of the domain beyond the names of a document's members.
 */
package org.dealtracker.text;
