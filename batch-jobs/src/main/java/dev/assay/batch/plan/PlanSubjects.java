package dev.assay.batch.plan;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.Life;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.identity.MatchingKey;
import dev.assay.core.inspector.Inspector;
import dev.assay.core.planning.Demand.Known;
import dev.assay.store.database.Database;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.rating.StandingRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom a plan is for: what stands of the models, with what the credit files say of inspections and samples. */
final class PlanSubjects {

    /** The street or town of an address, as far as it says one. */
    private static final Pattern PLACE = Pattern.compile("^(?:.*?[省市区县])*(.+?(?:街道|大道|路|街|镇|乡|村|巷))");

    private final List<Known> known = new ArrayList<>();
    private final Map<String, Integer> passedOver = new TreeMap<>();

    private PlanSubjects() {}

    List<Known> known() {
        return known;
    }

    /** Subjects that are not planned for, by reason. */
    Map<String, Integer> passedOver() {
        return passedOver;
    }

    /**
     * Gathers them.
     *
     * @throws IllegalArgumentException if nothing is rated
     */
    static PlanSubjects gather(
            Database database, List<String> models, List<Inspector> inspectors, @Nullable String division, Cut cut) {
        Map<Long, List<StandingRows.Row>> rows = new HashMap<>();
        for (String model : models) {
            StandingRows.of(database.dsl(), model).stream()
                    .filter(row -> covers(row.division(), division))
                    .forEach(row -> rows.computeIfAbsent(row.businessKey(), _ -> new ArrayList<>())
                            .add(row));
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nobody is rated by the models of the plan (%s).%nMaybe rate first: assay daily --feeds DIR"
                            .formatted(String.join(", ", models)));
        }
        Map<String, Set<String>> barred = inspectors.stream()
                .flatMap(one -> one.conflicts().stream().map(business -> Map.entry(business, one.number())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        PlanSubjects subjects = new PlanSubjects();
        try (CreditFileCursor files = new CreditFileReader(database).readAll(KeyRange.ALL, cut)) {
            while (files.hasNext()) {
                var next = files.next();
                rows.getOrDefault(next.businessKey(), List.of()).forEach(row -> subjects.add(row, next.file(), barred));
            }
        }
        return subjects;
    }

    private static boolean covers(@Nullable String division, @Nullable String wanted) {
        return wanted == null || (division != null && division.startsWith(wanted));
    }

    private void add(StandingRows.Row row, CreditFile file, Map<String, Set<String>> barred) {
        String division = row.division();
        if (division == null || Life.of(file).closed() != null) {
            passedOver.merge(division == null ? "division" : "closed", 1, Integer::sum);
            return;
        }
        String licence =
                row.subject().equals(row.business()) ? null : row.subject().value();
        LocalDate inspected = newest(file, FactKinds.INSPECTION.name(), licence).orElse(null);
        LocalDate failed = newest(file, FactKinds.SAMPLING_RESULT.name(), licence)
                .filter(day -> inspected == null || inspected.isBefore(day))
                .orElse(null);
        String business = row.business().toString();
        String premises = premises(file, licence).orElse(null);
        String address = premises == null ? row.address() : premises;
        known.add(new Known(
                business,
                row.subject().toString(),
                Objects.requireNonNullElse(row.name(), ""),
                premises == null ? null : MatchingKey.of(premises),
                place(division, address),
                division,
                row.sector(),
                Objects.requireNonNullElse(row.grade(), row.state().name()),
                row.perYear(),
                row.due(),
                inspected,
                failed,
                barred.getOrDefault(business, Set.of())));
    }

    /** Of facts that name a licence those of this one alone; what names none is of the business as a whole. */
    private static Stream<Fact> factsOf(CreditFile file, String kind, @Nullable String licence) {
        return file.factsOf(kind)
                .filter(fact -> licence == null
                        || fact.licence() == null
                        || fact.licence().equals(licence));
    }

    private static Optional<LocalDate> newest(CreditFile file, String kind, @Nullable String licence) {
        return factsOf(file, kind, licence).map(Fact::occurredOn).max(LocalDate::compareTo);
    }

    /** Where the licence is used. */
    private static Optional<String> premises(CreditFile file, @Nullable String licence) {
        return licence == null
                ? Optional.empty()
                : file.factsOf(FactKinds.LICENCE.name())
                        .filter(fact -> licence.equals(fact.licence()))
                        .max(Comparator.comparing(Fact::occurredOn))
                        .flatMap(fact -> fact.values().findText("premises"));
    }

    /** Visits in one street or town of a division are near each other; an address that names none is known by its division alone. */
    static String place(String division, @Nullable String address) {
        Matcher street = PLACE.matcher(address == null ? "" : address);
        return street.find() ? division + " " + street.group(1) : division;
    }
}
