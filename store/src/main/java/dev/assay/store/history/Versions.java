package dev.assay.store.history;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.FACT;
import static dev.assay.store.schema.Tables.HAND_ENTRY;
import static dev.assay.store.schema.Tables.IMPORT_RUN;
import static org.jooq.impl.DSL.row;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Source;
import dev.assay.core.identity.Identity;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.FactJson;
import dev.assay.store.history.Closing.Successor;
import dev.assay.store.history.FactHistory.RecordName;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The versions of a few records, with what closed each of them: three statements, however many records there are. */
final class Versions {

    private static final Set<String> WITHOUT_SUCCESSOR = Set.of("RETRACTED", "UNDONE", "HAND_WITHDRAWN");

    private final DSLContext dsl;
    private final long businessKey;
    private final Cut cut;

    Versions(DSLContext dsl, long businessKey, Cut cut) {
        this.dsl = dsl;
        this.businessKey = businessKey;
        this.cut = cut;
    }

    /** A row of the table with the file that brought it. */
    private record Row(
            Record row,
            RecordName name,
            long id,
            Instant recordedAt,
            @Nullable Instant supersededAt) {

        static Row of(Record row) {
            LocalDateTime superseded = row.get(FACT.SUPERSEDED_AT);
            return new Row(
                    row,
                    new RecordName(row.get(FACT.KIND), row.get(FACT.FEED), row.get(FACT.RECORD_KEY)),
                    row.get(FACT.FACT_ID),
                    UtcTime.instant(row.get(FACT.RECORDED_AT)),
                    superseded == null ? null : UtcTime.instant(superseded));
        }

        boolean stoodAt(Instant instant) {
            return !recordedAt.isAfter(instant) && (supersededAt == null || supersededAt.isAfter(instant));
        }

        Origin origin() {
            return Versions.origin(row, row.get(FACT.FEED), row.get(FACT.LINE));
        }

        Successor successor(long from) {
            Identity elsewhere = row.get(FACT.BUSINESS_KEY) == from
                    ? null
                    : new Identity(row.get(BUSINESS.SCHEME), row.get(BUSINESS.IDENTITY));
            return new Successor(
                    elsewhere, row.get(FACT.OCCURRED_ON), row.get(FACT.LICENCE), FactJson.read(row.get(FACT.CONTENT)));
        }
    }

    List<FactRecord> of(List<RecordName> names) {
        Map<RecordName, List<Row>> everywhere = rows(names);
        Map<Instant, Origin> closers = closers(everywhere.values().stream().flatMap(List::stream));
        return names.stream()
                .map(name -> record(name, everywhere.getOrDefault(name, List.of()), closers))
                .toList();
    }

    /** All versions that were known, also those of a record that a correction gave to another business or moved to a later day. */
    private Map<RecordName, List<Row>> rows(List<RecordName> names) {
        return dsl
                .select(FACT.fields())
                .select(IMPORT_RUN.FEED, IMPORT_RUN.FILE, IMPORT_RUN.SHA256, BUSINESS.SCHEME, BUSINESS.IDENTITY)
                .select(HAND_ENTRY.ENTERED_BY, HAND_ENTRY.REASON)
                .from(FACT)
                .join(IMPORT_RUN)
                .on(IMPORT_RUN.RUN_ID.eq(FACT.RUN_ID))
                .leftJoin(HAND_ENTRY)
                .on(HAND_ENTRY.RUN_ID.eq(FACT.RUN_ID))
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(FACT.BUSINESS_KEY))
                .where(FACT.RECORD_KEY.in(
                        names.stream().map(RecordName::key).distinct().toList()))
                .and(row(FACT.KIND, FACT.FEED)
                        .in(names.stream()
                                .map(name -> row(name.kind(), name.feed()))
                                .distinct()
                                .toList()))
                .and(FACT.RECORDED_AT.le(UtcTime.column(cut.knownAt())))
                .fetch(Row::of)
                .stream()
                .collect(Collectors.groupingBy(Row::name));
    }

    /** The runs that closed versions: each has an instant of its own. */
    private Map<Instant, Origin> closers(Stream<Row> rows) {
        List<LocalDateTime> instants = rows.map(Row::supersededAt)
                .filter(Objects::nonNull)
                .distinct()
                .map(UtcTime::column)
                .toList();
        Map<Instant, Origin> closers = new HashMap<>();
        if (!instants.isEmpty()) {
            dsl.select(IMPORT_RUN.RECORDED_AT, IMPORT_RUN.FEED, IMPORT_RUN.FILE, IMPORT_RUN.SHA256)
                    .select(HAND_ENTRY.ENTERED_BY, HAND_ENTRY.REASON)
                    .from(IMPORT_RUN)
                    .leftJoin(HAND_ENTRY)
                    .on(HAND_ENTRY.RUN_ID.eq(IMPORT_RUN.RUN_ID))
                    .where(IMPORT_RUN.RECORDED_AT.in(instants))
                    .forEach(run -> closers.put(
                            UtcTime.instant(run.get(IMPORT_RUN.RECORDED_AT)),
                            origin(run, run.get(IMPORT_RUN.FEED), null)));
        }
        return closers;
    }

    /** A person's correction stands under the record of another feed. */
    private static Origin origin(Record row, String feed, @Nullable Long line) {
        String by = row.get(HAND_ENTRY.ENTERED_BY);
        return new Origin(
                by == null ? feed : row.get(IMPORT_RUN.FEED),
                row.get(IMPORT_RUN.FILE),
                row.get(IMPORT_RUN.SHA256),
                by == null ? line : null,
                by == null ? null : new Origin.Hand(by, row.get(HAND_ENTRY.REASON)));
    }

    private FactRecord record(RecordName name, List<Row> everywhere, Map<Instant, Origin> closers) {
        List<Row> own = everywhere.stream()
                .filter(row -> row.row().get(FACT.BUSINESS_KEY) == businessKey)
                .filter(row -> !row.row().get(FACT.OCCURRED_ON).isAfter(cut.asOf()))
                .sorted(Comparator.comparing((Row row) -> row.stoodAt(cut.knownAt()))
                        .thenComparing(Row::recordedAt)
                        .thenComparingLong(Row::id)
                        .reversed())
                .toList();
        List<FactVersion> versions = new ArrayList<>(own.size());
        for (Row row : own) {
            versions.add(version(row, everywhere, closers));
        }
        return new FactRecord(name.kind(), name.feed(), name.key(), versions);
    }

    private FactVersion version(Row row, List<Row> everywhere, Map<Instant, Origin> closers) {
        Record stored = row.row();
        Fact fact = new Fact(
                row.id(),
                stored.get(FACT.KIND),
                stored.get(FACT.LICENCE),
                stored.get(FACT.OCCURRED_ON),
                stored.get(FACT.KNOWN_ON),
                row.recordedAt(),
                new Source(row.origin().feed(), stored.get(IMPORT_RUN.FILE), stored.get(FACT.LINE)),
                FactJson.read(stored.get(FACT.CONTENT)));
        return new FactVersion(
                fact,
                row.origin(),
                stored.get(FACT.AS_AT),
                stored.get(FACT.CONFIRMED_AS_AT),
                row.stoodAt(cut.knownAt()) ? null : closing(row, everywhere, closers));
    }

    private Closing closing(Row row, List<Row> everywhere, Map<Instant, Origin> closers) {
        Instant at = Objects.requireNonNull(row.supersededAt());
        String as = Objects.requireNonNullElse(row.row().get(FACT.SUPERSEDED_AS), "CORRECTED");
        Optional<Row> successor = WITHOUT_SUCCESSOR.contains(as)
                ? Optional.empty()
                : everywhere.stream()
                        .filter(other -> other.id() != row.id() && other.stoodAt(at))
                        .max(Comparator.comparing(Row::recordedAt).thenComparingLong(Row::id));
        return new Closing(
                as,
                at,
                successor.map(Row::origin).orElse(closers.get(at)),
                successor.map(next -> next.successor(businessKey)).orElse(null));
    }
}
