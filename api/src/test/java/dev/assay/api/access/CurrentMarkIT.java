package dev.assay.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.rating.StoredRatings;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.util.unit.DataSize;

/** The mark is asked for once for a while, and at once after a decision. */
class CurrentMarkIT {

    @OnEachServer
    void what_was_decided_is_in_the_mark_once_it_is_forgotten(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            CurrentMark mark = new CurrentMark(
                    new StoredRatings(dsl), new AnswerSettings(Duration.ofHours(1), DataSize.ofMegabytes(1)));
            String before = mark.current();
            dsl.execute(
                    "INSERT INTO business_link (merged_key, into_key, linked_at, linked_by, reason) VALUES (1, 2, NOW(6), 'r', 'r')");

            assertThat(mark.current()).isEqualTo(before);
            mark.forget();
            assertThat(mark.current()).isNotEqualTo(before);
        }
    }
}
