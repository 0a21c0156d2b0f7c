package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;

/** Where records went that were merged into others, over as many steps as it takes. */
@ApplicationScoped
class Survivors {
    private final Sql sql;

    Survivors(Sql sql) {
        this.sql = sql;
    }

    /** The slug of the record that a merged one ended in; that one may have been deleted since. */
    String slugOf(UUID merged) {
        return sql.query("""
                        with recursive way (id, slug, state, merged_into) as (
                            select id, slug, state, merged_into from record where id = :id
                            union all
                            select r.id, r.slug, r.state, r.merged_into from way w join record r on r.id = w.merged_into)
                        select slug from way where state <> 'merged'""").set("id", merged).first(row -> row.getString(1)).orElseThrow();
    }

    /** What a write on a merged record is answered. */
    Problem refusal(Served merged) {
        String survivor = slugOf(merged.id());
        return new Problem(
                        ProblemType.CONFLICT,
                        "This " + merged.kind().code() + " went into '" + survivor
                                + "'; write there, or revert this one to bring it back.")
                .with("survivor", merged.kind().path() + "/" + survivor)
                .header("ETag", ETags.ofRevision(merged.revision()));
    }
}
