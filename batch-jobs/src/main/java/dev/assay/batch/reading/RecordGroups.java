package dev.assay.batch.reading;

import dev.assay.batch.feed.Grouping;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.RecordMapper;
import dev.assay.batch.feed.SourceRow;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins consecutive rows with the same number to one record. A record counts as whole only if all its rows are good: an inspection
 * that lacks a failed item would be a better one than it was. So a bad row takes its record with it, wherever in the file the other
 * rows stand. The numbers of refused records are kept for that, which is memory for refused ones alone.
 */
final class RecordGroups {

    private final FeedRows rows;
    private final RecordMapper mapper;
    private final Grouping grouping;
    private final Deque<FeedRow> ahead = new ArrayDeque<>(2);
    private final Set<String> refused = new HashSet<>();
    private boolean afterUnknown;

    RecordGroups(FeedRows rows, RecordMapper mapper, Grouping grouping) {
        this.rows = rows;
        this.mapper = mapper;
        this.grouping = grouping;
    }

    /** The next record, taken or refused; null at the end. */
    @Nullable
    MappedRecord next() throws IOException {
        List<SourceRow> group = new ArrayList<>();
        while (true) {
            FeedRow member = ahead.isEmpty() ? rows.next() : ahead.removeFirst();
            switch (member) {
                case null -> {
                    return group.isEmpty() ? null : whole(group);
                }
                case FeedRow.Good(SourceRow row)
                when group.isEmpty() || grouping.joins(number(group.getFirst()), number(row)) -> group.add(row);
                case FeedRow.Good good -> {
                    ahead.addFirst(good);
                    return whole(group);
                }
                case FeedRow.Bad bad -> {
                    return bad(group, bad);
                }
            }
        }
    }

    private MappedRecord bad(List<SourceRow> group, FeedRow.Bad bad) {
        boolean another = !group.isEmpty()
                && bad.number().isPresent()
                && !grouping.joins(number(group.getFirst()), bad.number().get());
        if (another) {
            ahead.addFirst(bad);
            return whole(group);
        }
        bad.number().ifPresent(refused::add);
        afterUnknown = bad.number().isEmpty();
        if (group.isEmpty()) {
            return RecordMapper.unread(bad.rows(), List.of(bad.refusal()));
        }
        refused.add(number(group.getFirst()));
        List<SourceRow> all = new ArrayList<>(group);
        all.addAll(bad.rows());
        return mapper.refused(all, List.of(bad.refusal()));
    }

    private MappedRecord whole(List<SourceRow> group) {
        String number = number(group.getFirst());
        boolean doubtful = isDoubtful(number);
        afterUnknown = false;
        MappedRecord record = doubtful ? mapper.refused(group, List.of()) : mapper.map(group);
        if (record.isRefused()) {
            refused.add(number);
        }
        return record;
    }

    /** A record that nothing numbers is doubtful only if it begins with a row that continues one that is not there. */
    private boolean isDoubtful(String number) {
        return grouping.isNumbered() ? afterUnknown || refused.contains(number) : number.isEmpty();
    }

    private String number(SourceRow row) {
        return grouping.number(row.cells());
    }
}
