package dev.assay.api.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.batch.AssayJobs;
import dev.assay.batch.rate.RateRequest;
import dev.assay.batch.rate.Ratings;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.Rating;
import dev.assay.core.listing.Decision;
import dev.assay.core.work.Checklist;
import dev.assay.core.work.ChecklistItem;
import dev.assay.core.work.Consequence;
import dev.assay.core.work.Finding;
import dev.assay.core.work.Mark;
import dev.assay.core.work.VisitReport;
import dev.assay.core.work.VisitWay;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.account.Role;
import dev.assay.store.audit.Acting;
import dev.assay.store.database.Database;
import dev.assay.store.intake.HandEntries;
import dev.assay.store.intake.HandFact;
import dev.assay.store.intake.HandGrounds;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.SampleRegister;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.Goer;
import dev.assay.store.work.Assignment.Source;
import dev.assay.store.work.Assignment.Visit;
import dev.assay.store.work.Assignments;
import dev.assay.store.work.VisitReports;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The result of a visit in the grade: the rating of the next day is by what was found. */
class VisitRatingIT {

    private static final String MODEL = "cn-food-risk-2016";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    /** A restaurant by its number in the sample. */
    private static final int NUMBER = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(noon(MONDAY));

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(AuthorityClock.ZONE).toInstant();
    }

    private AnnotationConfigApplicationContext jobs(Database database, InstantSource clock) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("assay.data-dir", directory.toString())));
        context.registerBean(Database.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(ConfigFiles.class, ConfigFiles::packaged);
        context.registerBean(InstantSource.class, () -> clock);
        context.register(AssayJobs.class);
        context.refresh();
        return context;
    }

    private static RateRequest asOf(LocalDate day) {
        ConfigFile file = GradingModels.file(ConfigFiles.packaged(), MODEL);
        Vocabulary vocabulary = DeclaredKinds.load(ConfigFiles.packaged());
        return new RateRequest(GradingModels.parse(file, vocabulary), file.content(), day, null, false);
    }

    /** What the model wants to know of a restaurant before it looks at inspections. */
    private void describe(Database database, long business) {
        Values profile = Values.of(Map.of(
                "catering_form", "restaurant",
                "area", BigDecimal.valueOf(300),
                "food_kinds", List.of("热食类")));
        new HandEntries(database)
                .enter(
                        business,
                        new HandFact("profile", null, MONDAY.minusYears(1), profile),
                        new HandGrounds(new Decision("lin", now.get(), MONDAY, "entered"), "P"));
        database.dsl()
                .execute(
                        "UPDATE fact SET content = REPLACE(content, '有效', 'valid') WHERE kind = 'licence' AND business_key = ?",
                        business);
    }

    private static Assignment handOut(Assignments assignments, RegisteredBusiness business, Instant at) {
        long id = assignments
                .handOut(
                        List.of(new Visit(
                                business.key(),
                                business.identity(),
                                "catering",
                                MONDAY,
                                MONDAY.plusDays(30),
                                VisitWay.ROUTINE,
                                List.of("LEAD"),
                                Source.lead("a complaint"),
                                List.of(new Goer("JC1", "李四"), new Goer("JC2", "王五")))),
                        new Acting("lin", at))
                .getFirst();
        return assignments.find(id).orElseThrow();
    }

    private static String report(Checklist checklist, LocalDate day, boolean keyItemsFail) {
        return ReportText.write(new VisitReport(
                day,
                checklist.id(),
                checklist.version(),
                checklist.items().stream()
                        .map(item -> finding(item, keyItemsFail))
                        .toList(),
                keyItemsFail ? Consequence.INVESTIGATED : Consequence.NONE,
                ""));
    }

    private static Finding finding(ChecklistItem item, boolean keyItemsFail) {
        return item.key() && keyItemsFail
                ? new Finding(item.id(), Mark.FAILS, "not as the law asks")
                : new Finding(item.id(), Mark.CONFORMS, "");
    }

    private static Rating standing(Database database, long business) {
        return new StoredRatings(database.dsl()).of(business, MODEL, null).getFirst();
    }

    @OnEachServer
    void keyItemsThatFailChangeTheGradeOfTheNextDay(TestDatabases server) {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database(), now::get)) {
            Database database = test.database();
            new SampleRegister(database.dsl()).fill(NUMBER);
            BusinessRegister register = new BusinessRegister(database.dsl());
            RegisteredBusiness business = register.get(NUMBER);
            describe(database, business.key());
            Assignments assignments = new Assignments(database.dsl());
            VisitReports reports = new VisitReports(database.dsl());
            VisitResults results = new VisitResults(
                    assignments,
                    reports,
                    new HandEntries(database),
                    register,
                    ConfigFiles.packaged(),
                    new AuthorityClock(now::get));
            Viewer lin = new Viewer("lin", Role.REGULATOR);
            Assignment first = handOut(assignments, business, now.get());
            Checklist checklist = results.checklistOf(first).orElseThrow();
            Ratings ratings = context.getBean(Ratings.class);

            assertThat(results.take(first, "first-visit", report(checklist, MONDAY, false), lin))
                    .isEqualTo(VisitResults.Outcome.DONE);
            ratings.run(asOf(MONDAY));
            Rating clean = standing(database, business.key());
            assertThat(clean.grade()).as(clean.toString()).isNotNull();

            now.set(noon(MONDAY.plusDays(1)));
            Assignment second = handOut(assignments, business, now.get());
            String failing = report(checklist, MONDAY.plusDays(1), true);
            assertThat(results.take(second, "second-visit", failing, lin)).isEqualTo(VisitResults.Outcome.DONE);
            // sent again, because the answer did not come through
            assertThat(results.take(assignments.find(second.id()).orElseThrow(), "second-visit", failing, lin))
                    .isEqualTo(VisitResults.Outcome.ALREADY);

            now.set(noon(MONDAY.plusDays(2)));
            assertThat(ratings.run(asOf(MONDAY.plusDays(2))).changed()).isEqualTo(1);
            Rating failed = standing(database, business.key());
            // 7 key items of 2 points of 30 items with 37 points: 60 × 14 ÷ 37 more than before, to four places.
            assertThat(failed.score()).isNotNull().isEqualByComparingTo(new BigDecimal("22.7027").add(clean.score()));
            assertThat(failed.grade()).isNotEqualTo(clean.grade());

            Assignment done = assignments.find(second.id()).orElseThrow();
            assertThat(done.end().fact()).isNotNull();
            // 20 working days from Tuesday on, without a holiday in between: Tuesday four weeks later.
            assertThat(done.end().publishBy())
                    .isNotNull()
                    .satisfies(deadline -> assertThat(deadline.day())
                            .isEqualTo(MONDAY.plusDays(1).plusWeeks(4)));
            assertThat(reports.of(second.id())).hasSize(1);
        }
    }

    @OnEachServer
    void aSecondReportIsKeptBesideTheFirstAndNothingIsOverwritten(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            Database database = test.database();
            new SampleRegister(database.dsl()).fill(NUMBER);
            BusinessRegister register = new BusinessRegister(database.dsl());
            Assignments assignments = new Assignments(database.dsl());
            VisitReports reports = new VisitReports(database.dsl());
            VisitResults results = new VisitResults(
                    assignments,
                    reports,
                    new HandEntries(database),
                    register,
                    ConfigFiles.packaged(),
                    new AuthorityClock(now::get));
            Assignment seen = handOut(assignments, register.get(NUMBER), now.get());
            Checklist checklist = results.checklistOf(seen).orElseThrow();

            // Both have the same page open; the second does not know that the first has sent.
            assertThat(results.take(
                            seen, "device-of-lin", report(checklist, MONDAY, false), new Viewer("lin", Role.REGULATOR)))
                    .isEqualTo(VisitResults.Outcome.DONE);
            assertThat(results.take(
                            seen,
                            "device-of-wang",
                            report(checklist, MONDAY, true),
                            new Viewer("wang", Role.REGULATOR)))
                    .isEqualTo(VisitResults.Outcome.BESIDE);

            assertThat(reports.of(seen.id()))
                    .extracting(report -> report.by() + " " + report.stands())
                    .containsExactly("lin true", "wang false");
            assertThat(database.dsl().fetch("SELECT 1 FROM fact WHERE feed = 'by-hand' AND kind = 'inspection'"))
                    .hasSize(1);
        }
    }
}
