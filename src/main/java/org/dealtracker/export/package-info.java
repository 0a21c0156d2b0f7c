/**
 * Files that people download, publish, cite and check: tables, packages of tables, maps and graphs, each of one query as of
 * one moment, made once and served as they are. What a column is stands in one place, the dictionary, which the files'
 * headers, their descriptors and the documentation read. What a claim is worth is not decided here but in {@code evidence}.
 */
package org.dealtracker.export;
