package org.dealtracker.snapshot;

/**
 * A file of a release, as it was when the release was published: whoever has one can tell whether it is that one.
 *
 * @param path the file's name
 * @param rows null where the file has none to count
 * @param sha256 in hexadecimal digits
 * @param href where the same bytes can be had, relative to the service
 */
record PublishedFile(String path, long bytes, Long rows, String sha256, String href) {}
