package org.dealtracker.snapshot;

import jakarta.data.Limit;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** The releases that were published, checked when the project is compiled. */
@Repository
interface Releases {
    StatelessSession session();

    @Query("from StoredRelease where name = :name")
    Optional<StoredRelease> named(String name);

    /** Names that differ in case only are taken for one. */
    @Query("from StoredRelease where lower(name) = lower(:name)")
    Optional<StoredRelease> takenBy(String name);

    @Query("select max(publishedAt) from StoredRelease")
    Optional<Instant> newest();

    @Query("select count(*) from StoredRelease where publishedAt <= :until")
    long count(Instant until);

    @Query("select count(*) from StoredRelease where publishedAt = :at")
    long publishedAt(Instant at);

    @Query("from StoredRelease where publishedAt <= :from order by publishedAt desc")
    List<StoredRelease> from(Instant from, Limit limit);

    @Insert
    void add(StoredRelease release);
}
