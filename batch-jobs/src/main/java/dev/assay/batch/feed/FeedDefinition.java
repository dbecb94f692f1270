package dev.assay.batch.feed;

import dev.assay.core.text.Bilingual;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed, read from {@code config/feeds/<id>.yaml} and resolved: every column is a place in {@link #columns()}, every field one of its
 * kind's, so that nothing is looked up by name while rows are mapped.
 *
 * @param id the feed's id
 * @param title its name for people
 * @param format how its files are written
 * @param history whether what it tells was known on the day when it happened
 * @param state whether its files are full states
 * @param asAt where a file's as-at day comes from
 * @param trust how far its word is trusted where another feed describes a business differently, 0 to 100
 * @param expectedDays the days after a file's as-at day by which the next is due, at least 1; null where nothing is said
 * @param nullMarks texts that mean an empty cell
 * @param columns the columns that it knows
 * @param business the ways to find the business, in order
 * @param grouping which rows make a record together; empty where each row is a record
 * @param facts the facts that a record becomes
 * @param liability whose fault its failed samples are; empty where it tells none, or says nothing of that
 * @param also the other feeds for which each of its files is taken in, too
 * @param digest the SHA-256 of all the texts that it was read from: its file, the feed that it extends, the shared code tables and the rule
 *     of liability that it uses, and the declared kinds of fact; 64 hexadecimal digits
 */
public record FeedDefinition(
        String id,
        Bilingual title,
        FileFormat format,
        boolean history,
        FeedState state,
        AsAtRule asAt,
        int trust,
        @Nullable Integer expectedDays,
        Set<String> nullMarks,
        List<Column> columns,
        List<BusinessRule> business,
        Optional<Grouping> grouping,
        List<FactRule> facts,
        Optional<FeedLiability> liability,
        List<String> also,
        String digest) {

    /** The most facts that one record can become: their place is kept in four bits of the fact's number. */
    public static final int MOST_FACTS = 15;

    /** Copies the collections. */
    public FeedDefinition {
        nullMarks = Set.copyOf(nullMarks);
        columns = List.copyOf(columns);
        business = List.copyOf(business);
        facts = List.copyOf(facts);
        also = List.copyOf(also);
    }

    /**
     * The columns that hold numbers of identity documents. Nothing of them may be shown or kept as it is.
     *
     * @return their places
     */
    public Set<Integer> personColumns() {
        return PersonColumns.of(facts);
    }

    /**
     * The same feed in files of another format.
     *
     * @param other the format
     * @return the feed, everything else as it is
     */
    public FeedDefinition writtenAs(FileFormat other) {
        return new FeedDefinition(
                id,
                title,
                other,
                history,
                state,
                asAt,
                trust,
                expectedDays,
                nullMarks,
                columns,
                business,
                grouping,
                facts,
                liability,
                also,
                digest);
    }
}
