package dev.assay.batch.intake;

import dev.assay.batch.feed.DataWarning;
import dev.assay.batch.reading.RecordReader;
import dev.assay.core.fact.FactKinds;
import dev.assay.store.intake.StagedFact;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the records of a file for the step. After a restart it reads the file from its beginning, because the filters must see every
 * record again, and hands out those behind the last line that was committed.
 */
final class StagedRecordReader implements ItemStreamReader<StagedRecord> {

    private final ImportPlan plan;
    private final PersonSealing sealing;
    private final NameResolution.Source source;
    private @Nullable NameResolution names;
    private Progress progress = Progress.NONE;
    private @Nullable RecordReader records;
    private @Nullable ReadAhead<StagedRecord> ahead;

    StagedRecordReader(ImportPlan plan, NameResolution.Source source, PersonSealing sealing) {
        this.sealing = sealing;
        this.plan = plan;
        this.source = source;
    }

    /**
     * How far the step has come.
     *
     * @param line the first line of the last row
     * @param read source rows read
     * @param refused source rows refused
     * @param leftOut source rows that the feed leaves out
     * @param unread those of them whose records nobody knows
     * @param keysSeen staged facts whose record key may have stood before
     * @param aliases staged facts that tell another identity of their business
     * @param descriptions staged facts that describe their business
     * @param latest the latest day of the feed's as-at column
     * @param warnings records with each oddity
     */
    record Progress(
            long line,
            long read,
            long refused,
            long leftOut,
            long unread,
            long keysSeen,
            long aliases,
            long descriptions,
            @Nullable LocalDate latest,
            Map<DataWarning, Long> warnings) {

        static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0, null, Map.of());

        static Progress of(ExecutionContext context) {
            Map<DataWarning, Long> warnings = new EnumMap<>(DataWarning.class);
            for (DataWarning warning : DataWarning.values()) {
                long count = context.getLong(WARNING + warning.name(), 0);
                if (count > 0) {
                    warnings.put(warning, count);
                }
            }
            String latest = context.containsKey(LATEST) ? context.getString(LATEST) : null;
            long line = context.getLong(LINE, 0);
            // A step that an earlier version began did not count them: there may be some.
            long uncounted = line > 0 ? 1 : 0;
            return new Progress(
                    line,
                    context.getLong(READ, 0),
                    context.getLong(REFUSED, 0),
                    context.getLong(LEFT_OUT, 0),
                    context.getLong(UNREAD, 0),
                    context.getLong(KEYS_SEEN, uncounted),
                    context.getLong(ALIASES, uncounted),
                    context.getLong(DESCRIPTIONS, uncounted),
                    latest == null ? null : LocalDate.parse(latest),
                    warnings);
        }

        void store(ExecutionContext context) {
            context.putLong(LINE, line);
            context.putLong(READ, read);
            context.putLong(REFUSED, refused);
            context.putLong(LEFT_OUT, leftOut);
            context.putLong(UNREAD, unread);
            context.putLong(KEYS_SEEN, keysSeen);
            context.putLong(ALIASES, aliases);
            context.putLong(DESCRIPTIONS, descriptions);
            if (latest != null) {
                context.putString(LATEST, latest.toString());
            }
            warnings.forEach((warning, count) -> context.putLong(WARNING + warning.name(), count));
        }

        Progress after(StagedRecord item) {
            LocalDate later =
                    item.latest() != null && (latest == null || item.latest().isAfter(latest)) ? item.latest() : latest;
            Map<DataWarning, Long> counted = warnings;
            if (!item.warnings().isEmpty()) {
                counted = warnings.isEmpty() ? new EnumMap<>(DataWarning.class) : new EnumMap<>(warnings);
                for (DataWarning warning : item.warnings()) {
                    counted.merge(warning, 1L, Long::sum);
                }
            }
            long refusedNow = item.refusals().isEmpty() ? 0 : item.rows();
            return new Progress(
                    item.lastLine(),
                    read + item.rows(),
                    refused + refusedNow,
                    leftOut + (item.isLeftOut() ? item.rows() : 0),
                    unread + (item.unread() ? refusedNow : 0),
                    keysSeen + count(item, StagedFact::keySeen),
                    aliases + count(item, fact -> fact.alias() != null),
                    descriptions + count(item, fact -> fact.kind().equals(FactKinds.BUSINESS.name())),
                    later,
                    counted);
        }

        private static long count(StagedRecord item, Predicate<StagedFact> wanted) {
            return item.facts().stream().filter(wanted).count();
        }
    }

    private static final String LINE = "import.line";
    private static final String READ = "import.read";
    private static final String REFUSED = "import.refused";
    private static final String LEFT_OUT = "import.left-out";
    private static final String UNREAD = "import.unread";
    private static final String KEYS_SEEN = "import.keys-seen";
    private static final String ALIASES = "import.aliases";
    private static final String DESCRIPTIONS = "import.descriptions";
    private static final String LATEST = "import.latest";
    private static final String WARNING = "import.warning.";

    @Override
    public void open(ExecutionContext context) {
        progress = Progress.of(context);
        long committed = progress.line();
        RecordReader opened = new RecordReader(plan.file(), plan.feed(), plan.survey(), plan.asAt());
        NameResolution resolution = NameResolution.isNeededBy(plan.feed()) ? source.open(plan.feed()) : null;
        names = resolution;
        RecordStaging staging = new RecordStaging(plan.feed(), plan.file(), sealing, resolution);
        records = opened;
        ahead = new ReadAhead<>(() -> nextBehind(committed, opened, staging));
    }

    private static @Nullable StagedRecord nextBehind(long line, RecordReader records, RecordStaging staging) {
        while (true) {
            var mapped = records.next();
            if (mapped == null) {
                return null;
            }
            if (mapped.lastLine() > line) {
                return staging.stage(mapped);
            }
            staging.show(mapped);
        }
    }

    @Override
    public @Nullable StagedRecord read() {
        StagedRecord item = ahead == null ? null : ahead.next();
        if (item != null) {
            progress = progress.after(item);
        }
        return item;
    }

    @Override
    public void update(ExecutionContext context) {
        progress.store(context);
    }

    @Override
    public void close() {
        if (ahead != null) {
            ahead.close();
            ahead = null;
        }
        if (records != null) {
            records.close();
            records = null;
        }
        if (names != null) {
            names.close();
            names = null;
        }
    }
}
