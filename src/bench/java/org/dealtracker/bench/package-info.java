/** What the benchmark adds to the service that it measures. Built by the profile {@code bench} only. */
package org.dealtracker.bench;
