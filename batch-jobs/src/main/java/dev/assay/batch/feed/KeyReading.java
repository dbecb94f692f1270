package dev.assay.batch.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the keys of the facts that a row makes, also of a row that is refused for something else. */
final class KeyReading {

    private static final int LONGEST_KEY_PART = 4000;

    private final FeedDefinition feed;
    private final @Nullable LocalDate asAt;

    KeyReading(FeedDefinition feed, @Nullable LocalDate asAt) {
        this.feed = feed;
        this.asAt = asAt;
    }

    static boolean applies(FactRule rule, RowReading row) {
        return rule.when().isEmpty()
                || rule.when().stream().anyMatch(column -> !row.cell(column).isEmpty());
    }

    /** The key; the day on which it happened stands in it as a day, however the row writes it. */
    String key(FactRule rule, RowReading row, @Nullable LocalDate occurredOn) {
        List<String> parts = new ArrayList<>(rule.key().size());
        for (FactRule.KeyPart part : rule.key()) {
            if (part.column() < 0) {
                parts.add(String.valueOf(asAt));
            } else if (occurredOn != null && isDay(rule, part)) {
                parts.add(occurredOn.toString());
            } else if (part.required()) {
                parts.add(row.required(part.column(), LONGEST_KEY_PART));
            } else {
                parts.add(row.fitting(part.column(), LONGEST_KEY_PART));
            }
        }
        return RecordKey.of(parts);
    }

    private static boolean isDay(FactRule rule, FactRule.KeyPart part) {
        return rule.occurredOn().map(day -> day.column() == part.column()).orElse(false);
    }

    static @Nullable LocalDate occurredOn(FactRule rule, RowReading row) {
        if (rule.occurredOn().isEmpty()) {
            return null;
        }
        FactRule.DayRule day = rule.occurredOn().get();
        String text = row.cell(day.column());
        if (text.isEmpty()) {
            if (day.need() == FieldRule.Need.REQUIRED) {
                row.refuse(day.column(), null, RefusalReason.MISSING_VALUE);
            }
            return null;
        }
        Optional<LocalDate> found = day.days().find(text);
        if (found.isEmpty()) {
            row.reject(day.need(), day.column(), text, RefusalReason.BAD_DATE);
        }
        return found.orElse(null);
    }

    /** The keys of a refused row; empty if nobody can say which records it was about. */
    Optional<List<UnusedKey>> ofRefused(SourceRow refused) {
        List<UnusedKey> keys = new ArrayList<>(feed.facts().size());
        for (FactRule rule : feed.facts()) {
            List<Refusal> faults = new ArrayList<>();
            RowReading row = new RowReading(feed, refused, faults, EnumSet.noneOf(DataWarning.class));
            boolean dated = rule.key().stream().anyMatch(part -> isDay(rule, part));
            LocalDate day = dated ? occurredOn(rule, row) : null;
            String key = key(rule, row, day);
            if (faults.isEmpty()) {
                // Also where the row would not make this fact: what is refused says nothing, not even that.
                keys.add(new UnusedKey(rule.kind().name(), key));
            } else if (applies(rule, row)) {
                return Optional.empty();
            }
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }
}
