/** The register of reported arms agreements: one package per feature, one direction of knowing. */
package org.dealtracker;
