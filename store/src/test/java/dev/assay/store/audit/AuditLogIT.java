package dev.assay.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.fact.Values;
import dev.assay.store.audit.AuditLog.End;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

class AuditLogIT {

    private static final Instant AT = Instant.parse("2026-11-22T02:03:04.567891234Z");

    private static void note(DSLContext dsl, String actor, String subject) {
        dsl.transaction(configuration -> AuditLog.note(
                configuration.dsl(),
                new AuditAct(actor, "model-approved", subject, Values.of(Map.of("reason", "理由 \\ \"quoted\""))),
                AT));
    }

    private static void notes(DSLContext dsl, int entries) {
        IntStream.rangeClosed(1, entries).forEach(i -> note(dsl, "li", "model-version:" + i));
    }

    @OnEachServer
    void a_log_that_nobody_touched_is_whole_and_is_read_newest_first(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            AuditLog log = new AuditLog(test.database().dsl());
            assertThat(log.verify(null).broken()).isEmpty();
            notes(test.database().dsl(), 3);
            note(test.database().dsl(), "wang", "model-version:2");

            assertThat(log.verify(null).broken()).isEmpty();
            assertThat(log.verify(null).end().number()).isEqualTo(4);
            assertThat(log.newest(AuditQuery.of(null), 0, 10))
                    .extracting(AuditEntry::number)
                    .containsExactly(4L, 3L, 2L, 1L);
            assertThat(log.newest(AuditQuery.of("model-version:2"), 0, 10))
                    .extracting(AuditEntry::actor)
                    .containsExactly("wang", "li");
            assertThat(log.newest(AuditQuery.of(null), 0, 1).getFirst().detail().findText("reason"))
                    .contains("理由 \\ \"quoted\"");
            assertThat(log.newest(AuditQuery.of(null), 0, 1).getFirst().at())
                    .isEqualTo(Instant.parse("2026-11-22T02:03:04.567891Z"));
        }
    }

    @OnEachServer
    void an_entry_that_is_changed_taken_out_or_put_in_is_found_at_its_place(TestDatabases server) {
        for (String tampering : List.of(
                "UPDATE audit_entry SET actor = 'wang' WHERE entry_no = 3",
                "UPDATE audit_entry SET detail = '{}' WHERE entry_no = 3",
                "UPDATE audit_entry SET at = at + INTERVAL 1 SECOND WHERE entry_no = 3",
                "DELETE FROM audit_entry WHERE entry_no = 3")) {
            try (TestDatabase test = server.fresh()) {
                DSLContext dsl = test.database().dsl();
                notes(dsl, 5);
                assertThat(dsl.execute(tampering)).isEqualTo(1);

                assertThat(new AuditLog(dsl).verify(null).broken())
                        .as(tampering)
                        .hasValue(3);
            }
        }
    }

    @OnEachServer
    void an_end_that_was_cut_off_is_found(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            notes(dsl, 5);
            dsl.execute("DELETE FROM audit_entry WHERE entry_no > 3");

            assertThat(new AuditLog(dsl).verify(null).broken()).hasValue(4);
        }
    }

    @OnEachServer
    void a_chain_that_was_written_anew_contradicts_an_end_that_somebody_noted(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            notes(dsl, 3);
            End noted = new AuditLog(dsl).verify(null).end();
            assertThat(AuditLog.parse(noted.number() + ":" + noted.digest())).contains(noted);
            dsl.execute("DELETE FROM audit_entry");
            dsl.execute("UPDATE audit_head SET entry_no = 0, digest = REPEAT('0', 64)");
            IntStream.rangeClosed(1, 4).forEach(i -> note(dsl, "somebody", "model-version:" + i));

            assertThat(new AuditLog(dsl).verify(null).broken()).isEmpty();
            assertThat(new AuditLog(dsl).verify(noted).broken()).hasValue(3);
        }
    }

    @OnEachServer
    void acts_at_the_same_time_make_one_chain(TestDatabases server) throws Exception {
        try (TestDatabase test = server.fresh();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            DSLContext dsl = test.database().dsl();
            List<Future<?>> running = IntStream.range(0, 20)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> note(dsl, "li", "model-version:" + i)))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }

            assertThat(new AuditLog(dsl).verify(null).broken()).isEmpty();
            assertThat(new AuditLog(dsl).count(AuditQuery.of(null))).isEqualTo(20);
        }
    }

    @OnEachServer
    void an_act_that_is_not_carried_out_is_not_in_the_log(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            assertThatThrownBy(() -> dsl.transaction(configuration -> {
                        AuditLog.note(
                                configuration.dsl(),
                                new AuditAct("li", "model-approved", "model-version:1", Values.EMPTY),
                                AT);
                        throw new IllegalStateException("the act failed");
                    }))
                    .hasMessageContaining("the act failed");

            assertThat(new AuditLog(dsl).count(AuditQuery.of(null))).isZero();
        }
    }
}
