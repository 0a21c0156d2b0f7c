package org.dealtracker.snapshot;

import java.util.List;
import java.util.UUID;
import org.dealtracker.log.Fate;
import org.dealtracker.log.Histories;
import org.dealtracker.log.RecordKind;
import org.dealtracker.snapshot.Causes.ChangedField;

/**
 * What became of one record.
 *
 * @param mergedInto the survivor's slug, of one that was merged
 * @param fromRevision the revision at the beginning; null if it was not there
 * @param toRevision the revision at the end; null if it is gone
 * @param entries all that were written of it in between, in their order
 */
record Told(
        RecordKind kind,
        UUID id,
        String slug,
        String title,
        Fate what,
        String mergedInto,
        Integer fromRevision,
        Integer toRevision,
        List<ChangedField> semantic,
        List<ChangedField> corrections,
        List<ChangedField> editorial,
        List<Histories.Item> entries) {}
