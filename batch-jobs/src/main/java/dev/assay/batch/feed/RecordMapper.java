package dev.assay.batch.feed;

import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Maps the rows of a record to facts by the rules of a feed: a pure function that loses nothing. */
public final class RecordMapper {

    private static final int LONGEST_LICENCE = 64;
    /** What the store keeps of a business description besides its content. */
    private static final Map<String, Integer> LONGEST =
            Map.of("name", 255, "address", 1000, "division", 16, "sector", 16, "subject_class", 64);

    private final FeedDefinition feed;
    private final KeyReading keys;
    private final Set<Integer> ofEachRow;
    private final boolean continued;

    /**
     * A mapper for one file.
     *
     * @param feed the feed
     * @param asAt the file's as-at day where it is known before reading, else null
     */
    public RecordMapper(FeedDefinition feed, @Nullable LocalDate asAt) {
        this.feed = feed;
        this.keys = new KeyReading(feed, asAt);
        this.ofEachRow = columnsOfEachRow(feed);
        this.continued = feed.grouping().orElse(null) instanceof Grouping.Continued;
    }

    /**
     * Maps a record.
     *
     * @param rows its rows, in the order of the file; not empty
     * @return its facts, or why each of its rows is refused; neither where the feed leaves it out
     */
    public MappedRecord map(List<SourceRow> rows) {
        List<Refusal> refusals = new ArrayList<>();
        Set<DataWarning> warnings = EnumSet.noneOf(DataWarning.class);
        rows.forEach(row -> new RowReading(feed, row, refusals, warnings).refuseHalfCharacters());
        if (!refusals.isEmpty()) {
            return refused(rows, refusals, Optional.empty());
        }
        RowReading first = new RowReading(feed, rows.getFirst(), refusals, warnings);
        if (isLeftOut(rows)) {
            return new MappedRecord(
                    rows.getFirst().line(),
                    rows.getLast().line(),
                    rows,
                    null,
                    List.of(),
                    List.of(),
                    Set.of(),
                    latest(first),
                    Optional.of(List.of()));
        }
        Optional<FoundBusiness> business = new BusinessReading(feed, first, warnings).find();
        List<MappedFact> facts = new ArrayList<>(feed.facts().size());
        for (FactRule rule : feed.facts()) {
            if (isFilledInOne(rows, rule.when())) {
                facts.add(fact(rule, first, rows, business, refusals, warnings));
            }
        }
        // A first row that is wrong itself says nothing about those after it.
        if (rows.size() > 1 && refusals.isEmpty()) {
            refuseDisagreement(rows, refusals);
        }
        if (refusals.isEmpty() && facts.isEmpty()) {
            first.refuse(feed.facts().getFirst().when().getFirst(), null, RefusalReason.MISSING_VALUE);
        }
        LocalDate latest = latest(first);
        if (!refusals.isEmpty()) {
            return refused(rows, refusals);
        }
        return new MappedRecord(
                rows.getFirst().line(),
                rows.getLast().line(),
                rows,
                business.orElseThrow(),
                facts,
                List.of(),
                warnings,
                latest,
                Optional.of(List.of()));
    }

    /**
     * The record of rows that are refused together, of which the first was read.
     *
     * @param rows the rows
     * @param refusals what is wrong with some of them; the others are refused because the record is not whole
     * @return the refused record, with its keys where they can be read
     */
    public MappedRecord refused(List<SourceRow> rows, List<Refusal> refusals) {
        return refused(rows, refusals, keys.ofRefused(rows.getFirst()));
    }

    /**
     * The record of rows that could not be read.
     *
     * @param rows the rows
     * @param refusals what is wrong with some of them; the others are refused because the record is not whole
     * @return the refused record, whose keys nobody knows
     */
    public static MappedRecord unread(List<SourceRow> rows, List<Refusal> refusals) {
        return refused(rows, refusals, Optional.empty());
    }

    private static MappedRecord refused(List<SourceRow> rows, List<Refusal> refusals, Optional<List<UnusedKey>> keys) {
        Set<Long> named = new HashSet<>();
        refusals.forEach(refusal -> named.add(refusal.line()));
        List<Refusal> all = new ArrayList<>(refusals);
        for (SourceRow row : rows) {
            if (!named.contains(row.line())) {
                all.add(new Refusal(row.line(), null, null, RefusalReason.RECORD_INCOMPLETE));
            }
        }
        return new MappedRecord(
                rows.getFirst().line(), rows.getLast().line(), rows, null, List.of(), all, Set.of(), null, keys);
    }

    /** Whether nobody whose files these are answers for the record, whatever else may be wrong with it. */
    private boolean isLeftOut(List<SourceRow> rows) {
        return feed.liability()
                .filter(FeedLiability::isChoosy)
                .filter(liability -> feed.facts().stream()
                        .filter(FeedLiability::isAbout)
                        .noneMatch(rule -> liability.isLiable(new Values(fields(
                                rule,
                                new RowReading(feed, rows.getFirst(), new ArrayList<>(), new HashSet<>()),
                                rows,
                                new ArrayList<>(),
                                new HashSet<>())))))
                .isPresent();
    }

    private boolean isFilledInOne(List<SourceRow> rows, List<Integer> when) {
        for (SourceRow row : rows) {
            if (isFilled(when, row)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of some columns is filled, or there are none. */
    private boolean isFilled(List<Integer> when, SourceRow row) {
        if (when.isEmpty()) {
            return true;
        }
        RowReading reading = new RowReading(feed, row, List.of(), Set.of());
        for (int column : when) {
            if (!reading.cell(column).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private MappedFact fact(
            FactRule rule,
            RowReading first,
            List<SourceRow> rows,
            Optional<FoundBusiness> business,
            List<Refusal> refusals,
            Set<DataWarning> warnings) {
        SortedMap<String, Object> fields = fields(rule, first, rows, refusals, warnings);
        if (rule.kind().equals(FactKinds.BUSINESS)) {
            refuseTooLong(rule, fields, first);
        }
        String licence = rule.licence()
                .map(column -> first.fitting(column, LONGEST_LICENCE))
                .orElse("");
        if (!licence.isEmpty() && rule.isOfFoodLicence()) {
            BusinessReading.warnOfLicence(licence, warnings);
        }
        LocalDate occurredOn = KeyReading.occurredOn(rule, first);
        Optional<FactRule.Alias> alias =
                rule.alias().filter(a -> !first.cell(a.column()).isEmpty());
        return new MappedFact(
                rule.kind().name(),
                keys.key(rule, first, occurredOn),
                licence.isEmpty() ? null : licence,
                alias.map(FactRule.Alias::scheme).orElse(null),
                alias.map(a -> first.fitting(a.column(), LONGEST_LICENCE)).orElse(null),
                occurredOn,
                business.flatMap(RecordMapper::record)
                        .or(() -> rule.dayOf().flatMap(first::find))
                        .orElse(null),
                feed.liability()
                        .filter(_ -> FeedLiability.isAbout(rule))
                        .map(liability -> liability.judged(new Values(fields)))
                        .orElseGet(() -> new Values(fields)));
    }

    private SortedMap<String, Object> fields(
            FactRule rule, RowReading first, List<SourceRow> rows, List<Refusal> refusals, Set<DataWarning> warnings) {
        SortedMap<String, Object> fields = first.fields(rule.fields());
        for (FieldRule field : rule.fields()) {
            if (field.conversion() instanceof Conversion.AsRowItems(List<FieldRule> itemFields, List<Integer> when)) {
                List<SourceRow> meant =
                        rows.stream().filter(row -> isFilled(when, row)).toList();
                fields.put(field.field(), items(itemFields, meant, refusals, warnings));
            } else if (field.conversion() instanceof Conversion.AsItems && rows.size() > 1) {
                fields.put(field.field(), joined(field, rows, refusals, warnings));
            }
        }
        return fields;
    }

    private static Optional<OtherRecord> record(FoundBusiness business) {
        return business instanceof FoundBusiness.OfRecord(OtherRecord record) ? Optional.of(record) : Optional.empty();
    }

    private List<Values> items(
            List<FieldRule> rules, List<SourceRow> rows, List<Refusal> refusals, Set<DataWarning> warnings) {
        return rows.stream()
                .map(row -> new Values(new RowReading(feed, row, refusals, warnings).fields(rules)))
                .toList();
    }

    /** The items of all rows: a row that continues a record has items of its own in the same cell. */
    private List<Values> joined(
            FieldRule field, List<SourceRow> rows, List<Refusal> refusals, Set<DataWarning> warnings) {
        return items(List.of(field), rows, refusals, warnings).stream()
                .flatMap(row -> row.getItems(field.field()).stream())
                .toList();
    }

    private static void refuseTooLong(FactRule rule, SortedMap<String, Object> fields, RowReading row) {
        for (FieldRule field : rule.fields()) {
            Integer longest = LONGEST.get(field.field());
            if (longest != null && fields.get(field.field()) instanceof String text) {
                row.fitsWithKey(RowReading.column(field.source()), text, longest);
            }
        }
    }

    private @Nullable LocalDate latest(RowReading row) {
        return feed.asAt() instanceof AsAtRule.LatestOf(int column, DayPatterns days, LocalDate _)
                ? days.find(row.cell(column)).orElse(null)
                : null;
    }

    private void refuseDisagreement(List<SourceRow> rows, List<Refusal> refusals) {
        for (SourceRow row : rows.subList(1, rows.size())) {
            List<Integer> different = different(rows.getFirst(), row);
            if (!different.isEmpty()) {
                List<Refusal> own = continued ? List.of() : map(List.of(row)).refusals();
                if (own.isEmpty()) {
                    RowReading reading = new RowReading(feed, row, refusals, Set.of());
                    different.forEach(
                            column -> reading.refuse(column, row.cells().get(column), RefusalReason.ROWS_DISAGREE));
                }
                own.stream().filter(refusal -> !refusals.contains(refusal)).forEach(refusals::add);
            }
        }
    }

    private List<Integer> different(SourceRow first, SourceRow row) {
        List<Integer> different = new ArrayList<>();
        for (int i = 0; i < first.cells().size(); i++) {
            String cell = row.cells().get(i).strip();
            boolean silent = continued && (cell.isEmpty() || feed.nullMarks().contains(cell));
            boolean shared = !ofEachRow.contains(i) && !silent;
            if (shared && !first.cells().get(i).strip().equals(cell)) {
                different.add(i);
            }
        }
        return different;
    }

    private static Set<Integer> columnsOfEachRow(FeedDefinition feed) {
        Set<Integer> columns = new HashSet<>();
        for (FactRule fact : feed.facts()) {
            for (FieldRule field : fact.fields()) {
                if (field.conversion() instanceof Conversion.AsRowItems(List<FieldRule> fields, List<Integer> _)) {
                    fields.forEach(item -> columns.addAll(RowReading.columns(item.source())));
                } else if (field.conversion() instanceof Conversion.AsItems) {
                    columns.addAll(RowReading.columns(field.source()));
                }
            }
        }
        return Collections.unmodifiableSet(columns);
    }
}
