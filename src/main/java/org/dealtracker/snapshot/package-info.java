/**
 * The archive: releases of the register, each published once under a name and never changed, and what changed from one to
 * another. Not here: the files of a release ({@code export}) and how a past moment is read ({@code log}).
 */
package org.dealtracker.snapshot;
