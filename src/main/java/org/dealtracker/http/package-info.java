/**
 * What every HTTP interface needs and no domain knows: problems (RFC 9457), the strict reading of bodies and
 * queries, validators (RFC 9110), cursors, merge patch (RFC 7396). Not here: any word of agreements or the log.
 */
package org.dealtracker.http;
