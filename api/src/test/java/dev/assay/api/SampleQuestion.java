package dev.assay.api;

import dev.assay.store.testing.SampleRegister;
import dev.assay.store.testing.TestDatabase;

/** A question whose record it is, in a sample server's register, with one candidate and one record. */
final class SampleQuestion {

    static final long ID = 1;

    private SampleQuestion() {}

    static void ask(TestDatabase database) {
        String candidates = """
                {"candidates":[{"address":"某路7号","division":"","floor":0.6,"identity":"sample:%s","limits":[{"most":0.84,"reason":"OTHER_ADDRESS"}],\
                "name":"第7店","parts":[{"asked":"七店","found":"第7店","kind":"TRADE_NAME","likeness":0.5,"weight":0.5}],"score":0.6}]}""".formatted(SampleRegister.identity(7));
        var dsl = database.database().dsl();
        dsl.execute("""
                INSERT INTO name_question (question_id, feed, asked, name, address, new_scheme, new_identity, doubt, candidates, asked_at)
                VALUES (?, 'district-profile', 'asked', '七店', '某路', 'local', 'district-profile/七店', 'NOT_SURE', ?, '2021-01-01')
                """, ID, candidates);
        dsl.execute("""
                INSERT INTO held_fact (run_id, fact_no, question_id, source_rows, kind, record_key, content, history)
                SELECT MIN(run_id), 32, ?, 1, 'sampling-result', 'P1', '{"product":"油"}', TRUE FROM import_run
                """, ID);
    }
}
