package dev.assay.store.area;

import dev.assay.core.area.RowSet;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Source;
import dev.assay.core.identity.Identity;
import dev.assay.core.sampling.SamplingCourse;
import dev.assay.core.sampling.SamplingCourses;
import dev.assay.core.sampling.SamplingState.Disposed;
import dev.assay.core.sampling.SamplingTerms;
import dev.assay.store.area.AreaSql.Bound;
import dev.assay.store.fact.FactJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The rows behind the figures of an area. A count is counted over the same statement that lists the rows. */
public final class AreaRows {

    private static final String COUNT = """
            SELECT o.division AS division, f.part AS part, COUNT(*) AS rows_found FROM found f JOIN own o ON o.business_key = f.business_key
            GROUP BY o.division, f.part ORDER BY o.division, f.part
            """;

    private static final String ROWS = """
            SELECT f.part AS part, o.scheme AS scheme, o.identity AS identity, o.name AS name, o.division AS division, o.sector AS sector,
              f.day AS day, f.what AS what, f.number AS number
            FROM found f JOIN own o ON o.business_key = f.business_key
            @part ORDER BY o.division, o.identity, o.business_key, f.day, f.what, f.number LIMIT ? OFFSET ?
            """;

    private final DSLContext dsl;
    private final List<SamplingTerms> terms;

    /**
     * The rows of a database.
     *
     * @param dsl the database
     * @param terms the terms after a failed sample, by which failures are followed
     */
    public AreaRows(DSLContext dsl, List<SamplingTerms> terms) {
        this.dsl = dsl;
        this.terms = List.copyOf(terms);
    }

    /**
     * What the codes of all divisions with businesses begin with, by pairs of digits.
     *
     * @param dsl the database
     * @return such as 3206; empty where they have nothing in common, or none is known
     */
    public static String commonBeginning(DSLContext dsl) {
        Record ends = dsl.fetchSingle("SELECT MIN(division) AS first_code, MAX(division) AS last_code FROM business");
        String first = Objects.requireNonNullElse(ends.get("first_code", String.class), "");
        String last = Objects.requireNonNullElse(ends.get("last_code", String.class), "");
        int common = 0;
        while (common + 2 <= Math.min(first.length(), last.length())
                && first.startsWith(last.substring(0, common + 2))) {
            common += 2;
        }
        return first.substring(0, common);
    }

    /**
     * Counts rows.
     *
     * @param query which
     * @return a count for each division and part that has any, in order
     */
    public List<AreaCount> count(AreaQuery query) {
        if (isFailures(query)) {
            Map<String, Long> byDivision = new TreeMap<>();
            failures(query).forEach(row -> byDivision.merge(row.division(), 1L, Long::sum));
            return byDivision.entrySet().stream()
                    .map(entry -> new AreaCount(entry.getKey(), "", entry.getValue()))
                    .toList();
        }
        Bound found = AreaSql.found(query);
        return dsl.resultQuery(found.text() + COUNT, found.array())
                .fetch(row -> new AreaCount(
                        row.get("division", String.class),
                        row.get("part", String.class),
                        row.get("rows_found", Long.class)));
    }

    /**
     * Lists rows, by division and identity.
     *
     * @param query which
     * @param part the part alone; null for every part
     * @param offset how many to leave out, at least 0
     * @param limit the most to give
     * @return them
     */
    public List<AreaRow> list(AreaQuery query, @Nullable String part, int offset, int limit) {
        if (isFailures(query)) {
            return failures(query).stream().skip(offset).limit(limit).toList();
        }
        Bound found = AreaSql.found(query);
        List<Object> binds = new ArrayList<>(found.binds());
        if (part != null) {
            binds.add(part);
        }
        binds.add(limit);
        binds.add(offset);
        return dsl.resultQuery(
                        found.text() + ROWS.replace("@part", part == null ? "" : "WHERE f.part = ?"), binds.toArray())
                .fetch(row -> new AreaRow(
                        row.get("part", String.class),
                        new Identity(row.get("scheme", String.class), row.get("identity", String.class)),
                        row.get("name", String.class),
                        row.get("division", String.class),
                        row.get("sector", String.class),
                        row.get("day", LocalDate.class),
                        row.get("what", String.class),
                        row.get("number", Long.class)));
    }

    private static boolean isFailures(AreaQuery query) {
        return query.set() == RowSet.FAILURES || query.set() == RowSet.DISPOSED;
    }

    /**
     * Samples taken of one kind in one place on one day.
     *
     * @param division the business's division; empty where none is known
     * @param sector its sector; empty where none is known
     * @param product the sample's category, else its product; empty where it has neither
     * @param day the day on which they were taken
     * @param count how many, from 1
     */
    public record Taken(String division, String sector, String product, LocalDate day, long count) {}

    /**
     * Samples taken, whatever came out.
     *
     * @param query which; its set is {@link RowSet#SAMPLES}
     * @return them, put together by day
     */
    public List<Taken> taken(AreaQuery query) {
        Bound bound = AreaSql.taken(query);
        return dsl.resultQuery(bound.text(), bound.array())
                .fetch(row -> new Taken(
                        row.get("division", String.class),
                        row.get("sector", String.class),
                        row.get("product", String.class),
                        row.get("day", LocalDate.class),
                        row.get("samples_taken", Long.class)));
    }

    /**
     * A failed sample with all its fields.
     *
     * @param row the row behind figures
     * @param fact the fact, without its source
     * @param business the store's key of the business in whose file it is read
     * @param holder the store's key of the business under which it stands: another one where that was merged
     */
    public record FailedSample(AreaRow row, Fact fact, long business, long holder) {}

    private List<AreaRow> failures(AreaQuery query) {
        return failedSamples(query).stream().map(FailedSample::row).toList();
    }

    /**
     * Failed samples, followed by the code that follows them for ratings; there are as many as fail in the period, not as businesses.
     *
     * @param query which; its set is {@link RowSet#FAILURES} or {@link RowSet#DISPOSED}
     * @return them, by division and identity
     */
    public List<FailedSample> failedSamples(AreaQuery query) {
        Bound bound = AreaSql.failures(query);
        Map<Long, List<Fact>> files = new HashMap<>();
        List<FailedSample> samples = new ArrayList<>();
        for (Record row : dsl.resultQuery(bound.text(), bound.array()).fetch()) {
            Fact fact = fact(row, query);
            files.computeIfAbsent(row.get("business_key", Long.class), _ -> new ArrayList<>())
                    .add(fact);
            if (fact.kind().equals(FactKinds.SAMPLING_RESULT.name())) {
                samples.add(new FailedSample(
                        row(row, fact), fact, row.get("business_key", Long.class), row.get("holder", Long.class)));
            }
        }
        Map<Long, SamplingCourse> courses = new HashMap<>();
        files.values()
                .forEach(file -> courses.putAll(
                        SamplingCourses.of(file, terms, query.period().asOf())));
        return samples.stream()
                .filter(sample -> counts(courses.get(sample.fact().id()), query.set()))
                .toList();
    }

    private static boolean counts(@Nullable SamplingCourse course, RowSet set) {
        return set == RowSet.DISPOSED
                ? course != null && course.state() instanceof Disposed
                : !SamplingCourses.isOverturned(course);
    }

    private static Fact fact(Record row, AreaQuery query) {
        LocalDate occurred = row.get("occurred_on", LocalDate.class);
        return new Fact(
                row.get("fact_id", Long.class),
                row.get("kind", String.class),
                row.get("licence", String.class),
                occurred,
                occurred,
                query.knownAt(),
                new Source("", "", 0),
                FactJson.read(row.get("content", String.class)));
    }

    private static AreaRow row(Record row, Fact failure) {
        return new AreaRow(
                "",
                new Identity(row.get("scheme", String.class), row.get("identity", String.class)),
                row.get("name", String.class),
                Objects.requireNonNullElse(row.get("division", String.class), ""),
                row.get("sector", String.class),
                failure.occurredOn(),
                failure.values().findText("product").orElse(""),
                failure.id());
    }
}
