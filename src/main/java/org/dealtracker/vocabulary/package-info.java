/**
 * Every closed list of codes that the interface speaks in, as data: what each code means, and what else hangs on it (the
 * stages that may follow a stage, the registers' own categories for a weapon). The enums stay where they are used; only
 * the OpenAPI document and the docs, which show the same lists, know this package.
 */
package org.dealtracker.vocabulary;
