package org.dealtracker.log;

/**
 * That one record refers to another.
 *
 * @param kind of the record referred to
 * @param slug of the record referred to
 * @param pointer where in the referring record: the member, claim or event that holds the reference
 */
public record Reference(RecordKind kind, String slug, String pointer) {}
