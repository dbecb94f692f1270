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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins consecutive rows with the same number to one record. A record counts as whole only if all its rows are good: an inspection
 * that lacks a failed item would be a better one than it was. So a bad row takes its record with it, wherever in the file the other
 * rows stand. The numbers of refused records are kept for that, which is memory for refused ones alone.
 */
final class RecordGroups {

    private final Rows rows;
    private final RecordMapper mapper;
    private final Grouping grouping;
    private final Deque<Member> ahead = new ArrayDeque<>(2);
    private final Set<String> refused = new HashSet<>();
    private boolean afterUnknown;

    RecordGroups(Rows rows, RecordMapper mapper, Grouping grouping) {
        this.rows = rows;
        this.mapper = mapper;
        this.grouping = grouping;
    }

    /** Where the rows come from. */
    interface Rows {
        @Nullable
        Member next() throws IOException;
    }

    /** A row of a file whose rows make records together. */
    sealed interface Member {}

    /**
     * A row that was read.
     *
     * @param row it
     */
    record Good(SourceRow row) implements Member {}

    /**
     * A row that is refused by itself.
     *
     * @param refusal it, refused
     * @param number the number of its record, empty where nobody can tell
     */
    record Bad(MappedRecord refusal, Optional<String> number) implements Member {}

    /** The next record, taken or refused; null at the end. */
    @Nullable
    MappedRecord next() throws IOException {
        List<SourceRow> group = new ArrayList<>();
        while (true) {
            Member member = ahead.isEmpty() ? rows.next() : ahead.removeFirst();
            switch (member) {
                case null -> {
                    return group.isEmpty() ? null : whole(group);
                }
                case Good(SourceRow row)
                when group.isEmpty() || grouping.joins(number(group.getFirst()), number(row)) -> group.add(row);
                case Good good -> {
                    ahead.addFirst(good);
                    return whole(group);
                }
                case Bad bad -> {
                    return bad(group, bad);
                }
            }
        }
    }

    private MappedRecord bad(List<SourceRow> group, Bad bad) {
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
            return bad.refusal();
        }
        refused.add(number(group.getFirst()));
        List<SourceRow> all = new ArrayList<>(group);
        all.add(new SourceRow(bad.refusal().firstLine(), List.of()));
        return RecordMapper.refused(all, bad.refusal().refusals());
    }

    private MappedRecord whole(List<SourceRow> group) {
        String number = number(group.getFirst());
        boolean doubtful = isDoubtful(number);
        afterUnknown = false;
        MappedRecord record = doubtful ? RecordMapper.refused(group, List.of()) : mapper.map(group);
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
