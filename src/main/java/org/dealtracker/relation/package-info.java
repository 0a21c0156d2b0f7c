/** What two parties have had to do with each other, over records of several kinds. Not here: anything that is stored. */
package org.dealtracker.relation;
