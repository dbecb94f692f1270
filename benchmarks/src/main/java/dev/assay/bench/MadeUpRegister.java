package dev.assay.bench;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Source;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.store.database.Database;
import dev.assay.store.fact.FactJson;
import dev.assay.store.load.RowSink;
import dev.assay.store.load.TableTarget;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The made-up files as an import would leave them, loaded into the tables without one. */
record MadeUpRegister(Database database) {

    /** When the facts of the second import were recorded. */
    static final Instant RECORDED_AGAIN = Instant.parse("2026-07-01T18:00:00Z");

    private static final int CHUNK = 20_000;
    private static final String FEED = "made-up";

    private static final TableTarget BUSINESS = TableTarget.of(
            "business",
            "business_key",
            "scheme",
            "identity",
            "name",
            "division",
            "sector",
            "recorded_at",
            "changed_at");

    private static final TableTarget IDENTITY = TableTarget.of("identity", "scheme", "identity", "business_key");

    private static final TableTarget FACT = TableTarget.of(
            "fact",
            "business_key",
            "fact_id",
            "kind",
            "licence",
            "occurred_on",
            "known_on",
            "recorded_at",
            "as_at",
            "feed",
            "record_key",
            "run_id",
            "line",
            "content");

    /** Loads so many businesses. */
    void fill(int businesses) {
        beginRun(1, MadeUpFiles.RECORDED);
        for (int first = 1; first <= businesses; first += CHUNK) {
            int from = first;
            int to = Math.min(businesses, first + CHUNK - 1);
            load(BUSINESS, from, to, this::addBusiness);
            load(IDENTITY, from, to, this::addIdentity);
            load(FACT, from, to, (rows, number) -> {
                for (Fact fact : MadeUpFiles.facts(number)) {
                    addFact(rows, number, fact, 1);
                }
            });
        }
        analyze();
    }

    /** Records one more failed sample of every hundredth business; answers of how many. */
    int change(int businesses) {
        beginRun(2, RECORDED_AGAIN);
        database.loader().load(FACT, rows -> {
            for (int number = 100; number <= businesses; number += 100) {
                addFact(rows, number, sample(number), 2);
            }
        });
        database.dsl()
                .execute("UPDATE business SET changed_at = ? WHERE MOD(business_key, 100) = 0", "2026-07-01 18:00:00");
        return businesses / 100;
    }

    private void beginRun(int run, Instant recorded) {
        database.dsl()
                .execute(
                        "INSERT INTO import_run (run_id, feed, file, sha256, as_at, state, started_at, recorded_at)"
                                + " VALUES (?, ?, ?, ?, ?, 'PUBLISHED', ?, ?)",
                        run,
                        FEED,
                        "made-up-" + run + ".csv",
                        "0".repeat(64),
                        MadeUpFiles.AS_OF,
                        column(recorded),
                        column(recorded));
    }

    private void analyze() {
        for (String table : List.of("business", "identity", "fact")) {
            database.dsl().fetch("ANALYZE TABLE " + table);
        }
    }

    private static String column(Instant instant) {
        return instant.toString().replace('T', ' ').replace("Z", "");
    }

    /** Writes the rows of one business. */
    private interface Rows {
        void add(RowSink rows, int number);
    }

    private void load(TableTarget target, int from, int to, Rows each) {
        Consumer<RowSink> rows = sink -> {
            for (int number = from; number <= to; number++) {
                each.add(sink, number);
            }
        };
        database.loader().load(target, rows);
    }

    private void addBusiness(RowSink rows, int number) {
        Identity identity = MadeUpFiles.business(number);
        Values described = MadeUpFiles.facts(number).getFirst().values();
        rows.number(number)
                .text(identity.scheme())
                .text(identity.value())
                .text(described.findText("name").orElseThrow())
                .text(described.findText("division").orElseThrow())
                .text(described.findText("sector").orElseThrow())
                .instant(MadeUpFiles.RECORDED)
                .instant(MadeUpFiles.RECORDED)
                .end();
    }

    private void addIdentity(RowSink rows, int number) {
        Identity identity = MadeUpFiles.business(number);
        rows.text(identity.scheme()).text(identity.value()).number(number).end();
        rows.text("food-licence")
                .text(MadeUpFiles.licence(number))
                .number(number)
                .end();
    }

    private void addFact(RowSink rows, int number, Fact fact, int run) {
        rows.number(number)
                .number(fact.id())
                .text(fact.kind())
                .text(fact.licence())
                .day(fact.occurredOn())
                .day(fact.knownOn())
                .instant(fact.recordedAt())
                .day(MadeUpFiles.AS_OF)
                .text(FEED)
                .text(FEED + ":" + fact.id())
                .number(run)
                .number(fact.source().line())
                .text(FactJson.write(fact.values()))
                .end();
    }

    private static Fact sample(int number) {
        LocalDate day = MadeUpFiles.AS_OF.minusDays(number % 30);
        return new Fact(
                (2L << 32) + number * 16L,
                FactKinds.SAMPLING_RESULT.name(),
                null,
                day,
                day,
                RECORDED_AGAIN,
                new Source(FEED, "made-up-2.csv", number),
                Values.of(Map.of("product", "又一产品", "task_source", "省级监督抽检", "price", BigDecimal.TEN)));
    }
}
