package dev.assay.batch.area;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.area.AreaFigures.Side;
import dev.assay.core.area.FigureValue;
import dev.assay.core.area.FigureValue.Standing;
import dev.assay.core.area.Period;
import dev.assay.core.creditfile.Life;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.RatingState;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.area.AreaRow;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.fact.StoredCreditFile;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Figures over rows in a real database: each count equals its rows, and what does not count is left out. */
class AreaFiguresIT {

    private static final Instant RECORDED = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant KNOWN = Instant.parse("2026-11-21T10:00:00Z");
    private static final LocalDate TO = LocalDate.of(2026, 11, 20);
    private static final Period YEAR = new Period(TO.minusYears(1).plusDays(1), TO, TO);

    private long facts;

    private void business(DSLContext dsl, long key, @Nullable String division) {
        dsl.execute(
                "INSERT INTO business (business_key, scheme, identity, name, division, sector, recorded_at, changed_at) VALUES (?, 'sample', ?, ?, ?, 'catering', '2026-11-20 10:00:00', '2026-11-20 10:00:00')",
                key,
                "B%04d".formatted(key),
                "店" + key,
                division);
    }

    private void fact(DSLContext dsl, long business, String kind, LocalDate day, String content) {
        facts++;
        dsl.execute(
                "INSERT INTO fact (business_key, fact_id, kind, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content) VALUES (?, ?, ?, ?, ?, '2026-11-20 10:00:00', ?, 'f', ?, 1, 1, ?)",
                business,
                facts,
                kind,
                day,
                day,
                day,
                "k" + facts,
                content);
    }

    private static AreaWish wish(String area, Period period) {
        return new AreaWish(area, area.isEmpty() ? List.of() : List.of(area), period, KNOWN);
    }

    private static AreaFigures figures(Database database) {
        return new AreaFigures(database.dsl(), ConfigFiles.packaged());
    }

    private static FigureValue value(AreaReport report, String figure) {
        return report.find(figure, "").orElseThrow();
    }

    /** Four businesses of one division and one of another; the fourth is closed, the third was merged into the first. */
    private void fill(DSLContext dsl) {
        for (long key = 1; key <= 5; key++) {
            business(dsl, key, key == 5 ? "320613" : "320612");
        }
        String valid = "{\"number\":\"L\",\"status\":\"valid\",\"valid_to\":\"2029-01-01\"}";
        fact(dsl, 1, "licence", TO.minusYears(2), valid);
        fact(dsl, 2, "business", TO.minusYears(2), "{}");
        fact(dsl, 4, "licence", TO.minusYears(2), valid);
        fact(dsl, 4, "licence", TO.minusMonths(2), "{\"number\":\"L\",\"status\":\"cancelled\"}");
        fact(dsl, 4, "inspection", TO.minusMonths(3), "{}");
        fact(dsl, 5, "inspection", TO.minusMonths(3), "{}");
        // Of the merged one, and so of the first.
        fact(dsl, 3, "inspection", TO.minusMonths(3), "{}");
        fact(dsl, 1, "inspection", TO.minusYears(2), "{}");
        dsl.execute(
                "INSERT INTO business_link (merged_key, into_key, linked_at, linked_by, reason) VALUES (3, 1, '2026-11-20 11:00:00', 'x', 'same')");
    }

    @OnEachServer
    void coverage_counts_open_businesses_once_with_what_was_merged_into_them(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            fill(test.database().dsl());
            AreaReport report = figures(test.database()).report(wish("320612", YEAR));

            // The first (by the inspection of the merged one) of the first and the second.
            assertThat(value(report, "coverage").count()).isEqualTo(1);
            assertThat(value(report, "coverage").base()).isEqualTo(2);
            assertThat(value(report, "coverage").standing()).isEqualTo(Standing.TOO_SHORT);
            // Of the second only the description is known.
            assertThat(value(report, "credit-files").count()).isEqualTo(1);
            assertThat(value(report, "credit-files").standing()).isEqualTo(Standing.MISSED);
            assertThat(value(report, "pass-rate").standing()).isEqualTo(Standing.NO_BASIS);
            assertThat(value(report, "grades").value()).isEmpty();

            AreaReport both = figures(test.database()).report(wish("3206", YEAR));
            assertThat(value(both, "coverage").count()).isEqualTo(2);
            assertThat(value(both, "coverage").base()).isEqualTo(3);
            assertThat(both.divisions()).hasSize(2);

            // Before the merge was known the third stood for itself; the fourth was still open three months ago.
            Period before = new Period(YEAR.from(), TO.minusMonths(3), TO.minusMonths(3));
            AreaReport earlier =
                    figures(test.database()).report(new AreaWish("320612", List.of("320612"), before, RECORDED));
            assertThat(value(earlier, "coverage").count()).isEqualTo(2);
            assertThat(value(earlier, "coverage").base()).isEqualTo(4);
        }
    }

    @OnEachServer
    void samples_pass_rates_and_disposals_are_counted_as_they_are_defined(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            fill(dsl);
            String[] samples = {
                "{\"purpose\":\"evaluative\",\"result\":\"pass\"}",
                "{\"purpose\":\"evaluative\",\"result\":\"pass\"}",
                "{\"purpose\":\"evaluative\",\"result\":\"fail\"}",
                "{\"purpose\":\"evaluative\"}",
                "{\"purpose\":\"supervisory\",\"result\":\"fail\"}"
            };
            for (String content : samples) {
                fact(dsl, 1, "sample", TO, content);
            }
            fact(dsl, 1, "sample", YEAR.from().minusDays(1), samples[0]);
            fact(dsl, 5, "sample", TO, samples[0]);
            LocalDate day = TO.minusMonths(6);
            for (String number : List.of("N1", "N2", "N3")) {
                fact(dsl, 1, "sampling-result", day, "{\"product\":\"糕点\",\"sample_no\":\"" + number + "\"}");
            }
            steps(dsl, "N1", day, "served", "confirmed", "disposed");
            steps(dsl, "N2", day, "served", "retest", "overturned");
            AreaFigures figures = figures(test.database());
            AreaReport report = figures.report(wish("320612", YEAR));

            assertThat(value(report, "samples-per-thousand").count()).isEqualTo(5);
            assertThat(value(report, "samples-per-thousand").base()).isEqualTo(1_250_000);
            assertThat(value(report, "pass-rate").value().orElseThrow()).hasToString("2/3");
            assertThat(value(report, "pass-rate").standing()).isEqualTo(Standing.MISSED);
            // N1 of N1 and N3; N2 was overturned.
            assertThat(value(report, "disposal").value().orElseThrow()).hasToString("1/2");
            // Nobody was graded: there is no index, and the parts that can be told are told.
            GradeAnalysis none = figures.index(report);
            assertThat(none.rating().state()).isEqualTo(RatingState.NOT_RATED);
            assertThat(none.rating().score()).isNull();
            // A day before its disposal it was not disposed of; N2 was not overturned yet.
            Period then = new Period(YEAR.from(), TO, day.plusDays(1));
            assertThat(value(figures.report(wish("320612", then)), "disposal")
                            .value()
                            .orElseThrow())
                    .hasToString("0");
        }
    }

    @OnEachServer
    void a_case_is_due_once_it_is_closed_or_its_term_is_over(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            DSLContext dsl = test.database().dsl();
            fill(dsl);
            LocalDate due = TO.minusDays(91);
            fact(dsl, 1, "case", due, "{\"case_no\":\"1\",\"cause\":\"过期食品\",\"closed_on\":\"" + TO + "\"}");
            // The 90th day is the as-of day: it is not over yet.
            fact(dsl, 1, "case", TO.minusDays(90), "{\"case_no\":\"2\"}");
            fact(dsl, 2, "case", due, "{\"case_no\":\"3\"}");
            fact(dsl, 2, "case", due, "{\"case_no\":\"4\",\"prolonged_to\":\"" + TO + "\"}");
            fact(dsl, 2, "case", due, "{\"case_no\":\"5\",\"prolonged_to\":\"" + TO.minusDays(1) + "\"}");
            fact(dsl, 3, "case", TO.minusDays(5), "{\"case_no\":\"6\",\"closed_on\":\"" + TO.minusDays(1) + "\"}");
            fact(dsl, 1, "case", YEAR.from().minusDays(1), "{\"case_no\":\"7\"}");
            fact(dsl, 5, "case", due, "{\"case_no\":\"8\"}");
            AreaFigures figures = figures(test.database());
            AreaReport report = figures.report(wish("320612", YEAR));

            assertThat(value(report, "cases-filed").value().orElseThrow()).hasToString("6");
            assertThat(value(report, "cases-filed").standing()).isEqualTo(Standing.NO_TARGET);
            // 1 and 6 of 1, 3, 5 and 6.
            assertThat(value(report, "cases-closed").value().orElseThrow()).hasToString("1/2");
            assertThat(value(report, "cases-closed").base()).isEqualTo(4);
            assertThat(value(report, "cases-closed").standing()).isEqualTo(Standing.MISSED);
            assertThat(figures.list(wish("320612", YEAR), figures.figure("cases-closed"), Side.ROWS, "", 0, 9))
                    .extracting(AreaRow::what)
                    .containsExactlyInAnyOrder("1 过期食品", "6");
            // A day before its closing the first was due all the same, and not closed.
            Period before = new Period(YEAR.from(), TO, TO.minusDays(1));
            FigureValue then = value(figures.report(wish("320612", before)), "cases-closed");
            assertThat(List.of(then.count(), then.base() == null ? 0 : then.base()))
                    .containsExactly(1L, 1L);
        }
    }

    @OnEachServer
    void an_index_is_the_model_over_the_exact_figures(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            fill(test.database().dsl());
            AreaFigures figures = figures(test.database());
            AreaReport report = figures.report(wish("320612", YEAR));
            List<FigureValue> values = new ArrayList<>();
            for (FigureValue value : report.values()) {
                if (value.figure().hasParts()) {
                    // Two of three subjects are A and one is B: nobody is D, which is a share of nought.
                    values.add(FigureValue.of(value.figure(), "A", 2, 3L, YEAR));
                    values.add(FigureValue.of(value.figure(), "B", 1, 3L, YEAR));
                } else {
                    values.add(
                            FigureValue.of(value.figure(), "", 1, value.figure().isShare() ? 3L : 500L, YEAR));
                }
            }
            GradeAnalysis index = figures.index(
                    new AreaReport(report.wish(), Objects.requireNonNull(report.inhabitants()), values, List.of()));

            // A third of everything: passed 0, disposed 0, covered a third of 20, 2 of 4 samples for 1,000, no D, files
            // 0.
            assertThat(index.rating().state()).isEqualTo(RatingState.RATED);
            assertThat(index.rating().score()).isEqualByComparingTo("24.1667");
            assertThat(index.rating().grade()).isEqualTo("D");
            assertThat(index.explanation().indicators())
                    .extracting(part -> part.finding().rule() + " " + part.points())
                    .contains("samples 7.5", "worst-grade 10", "pass-rate 0");
        }
    }

    private void steps(DSLContext dsl, String number, LocalDate from, String... steps) {
        for (int i = 0; i < steps.length; i++) {
            fact(
                    dsl,
                    1,
                    "sampling-step",
                    from.plusDays(i + 1L),
                    "{\"sample_no\":\"" + number + "\",\"step\":\"" + steps[i] + "\"}");
        }
    }

    @OnEachServer
    void every_count_equals_its_rows_in_every_division(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            fillAtRandom(test.database().dsl(), 300);
            AreaFigures figures = figures(test.database());
            for (String area : List.of("", "3206", "320612", "320699")) {
                AreaWish wish = wish(area, YEAR);
                for (FigureValue value : figures.report(wish).values()) {
                    assertRows(figures, wish, value, Side.ROWS, value.count());
                    if (value.figure().isShare()) {
                        assertRows(figures, wish, value, Side.AMONG, value.base() == null ? -1 : value.base());
                    }
                }
            }
            assertThat(value(figures.report(wish("3206", YEAR)), "coverage").count())
                    .isPositive();
        }
    }

    private static void assertRows(AreaFigures figures, AreaWish wish, FigureValue value, Side side, long expected) {
        List<AreaRow> all = figures.list(wish, value.figure(), side, value.part(), 0, 100_000);
        assertThat(all).as("%s %s", value.figure().id(), side).hasSize((int) expected);
        assertThat(figures.count(wish, value.figure(), side, value.part())).isEqualTo(expected);
        // Page by page the same rows, each once.
        List<AreaRow> pages = new ArrayList<>();
        for (int offset = 0; offset < all.size(); offset += 7) {
            pages.addAll(figures.list(wish, value.figure(), side, value.part(), offset, 7));
        }
        assertThat(pages).isEqualTo(all);
    }

    private void fillAtRandom(DSLContext dsl, int businesses) {
        Random random = new Random(20261123);
        for (long key = 1; key <= businesses; key++) {
            business(dsl, key, random.nextInt(10) == 0 ? null : "32061" + random.nextInt(2, 5));
            for (int licence = random.nextInt(3); licence > 0; licence--) {
                for (int record = random.nextInt(1, 4); record > 0; record--) {
                    String end = random.nextInt(3) == 0
                            ? ""
                            : ",\"valid_to\":\"" + TO.plusDays(random.nextInt(-3, 4)) + "\"";
                    String status = random.nextBoolean() ? "valid" : random.nextBoolean() ? "revoked" : "expired";
                    fact(
                            dsl,
                            key,
                            "licence",
                            TO.minusDays(random.nextInt(-5, 30)),
                            "{\"number\":\"L" + licence + "\",\"status\":\"" + status + "\"" + end + "}");
                }
            }
            if (random.nextBoolean()) {
                fact(dsl, key, "inspection", TO.minusDays(random.nextInt(800)), "{}");
                fact(dsl, key, "sampling-result", TO.minusDays(random.nextInt(800)), "{\"product\":\"米\"}");
                fact(
                        dsl,
                        key,
                        "sample",
                        TO.minusDays(random.nextInt(800)),
                        "{\"purpose\":\"evaluative\",\"result\":\"pass\"}");
                String end = random.nextBoolean() ? "" : ",\"closed_on\":\"" + TO.minusDays(random.nextInt(90)) + "\"";
                fact(dsl, key, "case", TO.minusDays(random.nextInt(400)), "{\"case_no\":\"C" + key + "\"" + end + "}");
            }
        }
    }

    @OnEachServer
    void who_is_closed_is_who_is_closed_by_the_credit_file(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            fillAtRandom(test.database().dsl(), 300);
            Set<String> open = new HashSet<>();
            Set<String> closed = new HashSet<>();
            try (CreditFileCursor files =
                    new CreditFileReader(test.database()).readAll(KeyRange.ALL, new Cut(TO, KNOWN))) {
                while (files.hasNext()) {
                    StoredCreditFile next = files.next();
                    boolean over = Life.of(next.file()).closed() != null;
                    (over ? closed : open).add("sample:B%04d".formatted(next.businessKey()));
                }
            }
            AreaFigures figures = figures(test.database());
            Set<String> counted = new HashSet<>();
            figures.list(wish("", YEAR), figures.figure("coverage"), Side.AMONG, "", 0, 1_000)
                    .forEach(row -> counted.add(row.business().toString()));

            assertThat(counted).containsAll(open).doesNotContainAnyElementsOf(closed);
            assertThat(closed).hasSizeGreaterThan(20);
            assertThat(open).hasSizeGreaterThan(20);
        }
    }
}
