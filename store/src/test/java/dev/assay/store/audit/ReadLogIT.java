package dev.assay.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.audit.ReadLog.Reading;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

class ReadLogIT {

    private static Reading reading(String reader, String what) {
        return new Reading(Instant.parse("2026-11-22T02:03:04.567891Z"), reader, what);
    }

    private static long brokenAt(ReadLog log) {
        return log.verify().broken().orElse(0);
    }

    @OnEachServer
    void groups_make_one_chain_and_whatever_is_changed_put_in_or_taken_out_breaks_it(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            ReadLog log = new ReadLog(dsl);
            assertThat(brokenAt(log)).isZero();
            log.add(List.of());
            log.add(List.of(reading("lin", "GET /a"), reading("client:x", "GET /" + "长".repeat(600))));
            log.add(List.of(reading("lin", "GET /c")));

            assertThat(brokenAt(log)).isZero();
            assertThat(log.verify().end().number()).isEqualTo(3);
            assertThat(log.newest("lin", Long.MAX_VALUE, 9))
                    .extracting(ReadLog.Entry::number)
                    .containsExactly(3L, 1L);
            assertThat(log.newest(null, 3, 1).getFirst().reading().what()).hasSize(500);

            dsl.execute("UPDATE read_entry SET reader = 'wang' WHERE entry_no = 2");
            assertThat(brokenAt(log)).as("changed").isEqualTo(2);
            dsl.execute("UPDATE read_entry SET reader = 'client:x' WHERE entry_no = 2");
            assertThat(brokenAt(log)).isZero();
            dsl.execute("INSERT INTO read_entry SELECT 4, at, reader, what, digest FROM read_entry WHERE entry_no = 3");
            assertThat(brokenAt(log)).as("put in").isEqualTo(4);
            dsl.execute("DELETE FROM read_entry WHERE entry_no >= 3");
            assertThat(brokenAt(log)).as("the last taken out").isEqualTo(3);
        }
    }
}
