/** Keys: who may write, and under which name history knows them. Not here: what they write. */
package org.dealtracker.access;
