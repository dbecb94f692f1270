package dev.assay.batch.draw;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.Life;
import dev.assay.core.draw.DrawFile.Excluded;
import dev.assay.core.draw.DrawnBusiness;
import dev.assay.core.draw.DrawnBusiness.Stratum;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.RatingState;
import dev.assay.model.draw.DrawPlan;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.rating.StandingRows;
import dev.assay.store.rating.StandingRows.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who can be drawn, and who is left out and why. The reasons are in the authority's language: they are published. */
final class Population {

    private static final String UNKNOWN = "-";

    private final DrawPlan plan;
    private final List<String> grades;
    private final Map<String, String> leftOut;
    private final List<DrawnBusiness> businesses = new ArrayList<>();
    private final List<Excluded> excluded = new ArrayList<>();

    /**
     * A population that is gathered.
     *
     * @param plan the plan
     * @param grades the model's grades, from the best to the worst
     * @param leftOut reasons by the identities of businesses that a person leaves out
     */
    Population(DrawPlan plan, List<String> grades, Map<String, String> leftOut) {
        this.plan = plan;
        this.grades = List.copyOf(grades);
        this.leftOut = Map.copyOf(leftOut);
    }

    List<DrawnBusiness> businesses() {
        return businesses;
    }

    List<Excluded> excluded() {
        return excluded;
    }

    /** Gathers it from what stands and what is in the files. */
    void gather(Database database, Cut cut) {
        Map<Long, Row> standing = new LinkedHashMap<>();
        for (Row row : StandingRows.of(database.dsl(), plan.model())) {
            if (covers(row)) {
                standing.merge(row.businessKey(), row, this::worse);
            }
        }
        Set<String> unknown = new TreeSet<>(leftOut.keySet());
        standing.values().forEach(row -> unknown.remove(row.business().toString()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Businesses are left out that are not in the population: %s.%nMaybe their identities have slips of the pen."
                            .formatted(String.join(", ", unknown)));
        }
        Map<Long, String> reasons = reasons(database, cut, standing.keySet());
        standing.values().forEach(row -> add(row, reasons.get(row.businessKey())));
    }

    private boolean covers(Row row) {
        String division = row.division();
        return (plan.divisions().isEmpty()
                        || (division != null && plan.divisions().stream().anyMatch(division::startsWith)))
                && (plan.sectors().isEmpty() || plan.sectors().contains(row.sector()));
    }

    /** A business with several licences stands with the worst of their grades. */
    private Row worse(Row one, Row other) {
        return grades.indexOf(Objects.requireNonNullElse(other.grade(), ""))
                        > grades.indexOf(Objects.requireNonNullElse(one.grade(), ""))
                ? other
                : one;
    }

    private void add(Row row, @Nullable String reason) {
        List<String> departments = plan.departments().entrySet().stream()
                .filter(one -> one.getValue().isEmpty() || one.getValue().contains(row.sector()))
                .map(Map.Entry::getKey)
                .toList();
        String name = plan.isByGrade()
                ? Objects.requireNonNullElse(row.grade(), row.state().name())
                : DrawPlan.ALL;
        String id = row.business().toString();
        boolean isDrawnFrom = plan.classes().stream().anyMatch(one -> one.name().equals(name));
        String why = leftOut.get(id);
        if (why == null) {
            why = reason;
        }
        if (why == null && row.division() == null) {
            why = "行政区划不明";
        }
        if (why == null && departments.isEmpty()) {
            why = "业态 " + row.sector() + " 无参加抽查的部门";
        }
        boolean isIdle = row.state() == RatingState.SUSPENDED || (row.grade() == null && !isDrawnFrom);
        if (why == null && isIdle) {
            why = "状态 " + row.state() + "，不参加抽取";
        }
        DrawnBusiness business = new DrawnBusiness(
                id,
                new Stratum(name, row.sector(), Objects.requireNonNullElse(row.division(), UNKNOWN)),
                departments.isEmpty() ? List.copyOf(plan.departments().keySet()) : departments,
                line(Objects.requireNonNullElse(row.name(), "")));
        if (why == null) {
            businesses.add(business);
        } else {
            excluded.add(new Excluded(business, line(why)));
        }
    }

    /** Names come from feeds; a tab or a line end within one would be another cell or line. */
    static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private Map<Long, String> reasons(Database database, Cut cut, Set<Long> wanted) {
        Map<Long, String> reasons = new HashMap<>();
        try (CreditFileCursor files = new CreditFileReader(database).readAll(KeyRange.ALL, cut)) {
            while (files.hasNext()) {
                var next = files.next();
                if (wanted.contains(next.businessKey())) {
                    closure(next.file())
                            .or(() -> inspectedLately(next.file()))
                            .ifPresent(reason -> reasons.put(next.businessKey(), reason));
                }
            }
        }
        return reasons;
    }

    /** Why a business cannot be inspected any more. */
    static Optional<String> closure(CreditFile file) {
        Life.Closed closed = Life.of(file).closed();
        if (closed == null) {
            return Optional.empty();
        }
        LocalDate since = closed.since();
        return Optional.of(since == null ? "许可已终止" : "许可已终止（" + since + " 起）");
    }

    private Optional<String> inspectedLately(CreditFile file) {
        if (plan.repeatMonths() == 0) {
            return Optional.empty();
        }
        LocalDate after = file.asOf().minusMonths(plan.repeatMonths());
        return file.factsOf(FactKinds.INSPECTION.name())
                .map(Fact::occurredOn)
                .filter(day -> day.isAfter(after))
                .max(LocalDate::compareTo)
                .map(day -> day + " 已检查，" + plan.repeatMonths() + "个月内不重复检查");
    }
}
