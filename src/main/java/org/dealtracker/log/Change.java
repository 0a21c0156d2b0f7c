package org.dealtracker.log;

import java.util.List;

/**
 * One record about to be appended.
 *
 * @param record what it shall say; for a deletion what it said last
 * @param index what lists find it by
 * @param changed pointers to what differs from the revision before
 * @param cause the number of the entry that made this one necessary, or null
 */
record Change(Op op, Recorded record, Index index, List<String> changed, Long cause, Significance significance) {}
