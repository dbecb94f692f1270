package dev.assay.batch.publish;

import dev.assay.batch.publish.DisclosedModels.Disclosed;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.PenaltyPublication;
import dev.assay.core.publication.Standing;
import dev.assay.store.database.Database;
import dev.assay.store.listing.ListedEntries;
import dev.assay.store.publication.Grounds;
import dev.assay.store.publication.PublishedEntries;
import dev.assay.store.publication.PublishedPenalties;
import dev.assay.store.publication.PublishedRatings;
import dev.assay.store.publication.PublishedSet;
import dev.assay.store.publication.RatingGrounds;
import dev.assay.store.publication.SeriesDiff;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes into the change log what became of all that is published: ratings of every model, the entries of the lists, and penalties as long as they are shown. */
public final class PublishedChanges {

    private final Database database;
    private final DisclosedModels models;
    private final PenaltyPublication penalties;

    /**
     * Changes of a database.
     *
     * @param database the database
     * @param models which models' ratings are published
     * @param penalties how long penalties are shown
     */
    public PublishedChanges(Database database, DisclosedModels models, PenaltyPublication penalties) {
        this.database = database;
        this.models = models;
        this.penalties = penalties;
    }

    /**
     * Brings the log to what stands. What was written stays written if it fails; the same call then writes the rest.
     *
     * @param day the day for which entries stand and models are in force
     * @param at when it is published
     * @return how many changes there were
     * @throws SQLException if the database fails
     */
    public long write(LocalDate day, Instant at) throws SQLException {
        Map<String, Disclosed> disclosed = models.on(day).stream()
                .collect(Collectors.toMap(one -> one.model().model(), Function.identity()));
        Set<String> series = new LinkedHashSet<>(PublishedSet.series(database.dsl(), PublishedRatings.KIND));
        series.addAll(disclosed.keySet());
        Set<String> held = models.held();
        long changes = 0;
        for (String model : series) {
            changes += ratings(model, disclosed.get(model), held.contains(model), at);
        }
        return changes + entries(day, at) + penalties(day, at);
    }

    private long ratings(String model, @Nullable Disclosed disclosed, boolean held, Instant at) throws SQLException {
        Chain chain = disclosed == null ? null : disclosed.chain().orElse(null);
        if (chain != null && held) {
            return 0;
        }
        boolean retired = disclosed == null || disclosed.standing() == Standing.RETIRED;
        Grounds grounds = chain == null
                ? (_, _, _) -> retired ? ChangeReason.RETIREMENT : ChangeReason.VISIBILITY
                : RatingGrounds.of(database.dsl());
        try (SeriesDiff diff = SeriesDiff.open(database, PublishedRatings.series(model), grounds, at)) {
            if (chain != null) {
                PublishedRatings.stream(database, model, chain, diff::present);
            }
            return diff.complete();
        }
    }

    private long penalties(LocalDate day, Instant at) throws SQLException {
        PublishedPenalties standing = new PublishedPenalties(penalties, day);
        try (SeriesDiff diff = SeriesDiff.open(database, PublishedPenalties.SERIES, standing::ground, at)) {
            standing.stream(database, at, diff::present);
            return diff.complete();
        }
    }

    private long entries(LocalDate day, Instant at) throws SQLException {
        Set<String> lists = new LinkedHashSet<>(PublishedSet.series(database.dsl(), PublishedEntries.KIND));
        lists.addAll(ListedEntries.lists(database.dsl()));
        // A person's decision is written when it is taken; what is left for the night is what time does.
        Grounds grounds = (_, before, now) ->
                now == null ? ChangeReason.EXPIRY : before == null ? ChangeReason.NEW_RECORD : ChangeReason.CORRECTION;
        long changes = 0;
        for (String list : lists) {
            try (SeriesDiff diff = SeriesDiff.open(database, PublishedEntries.series(list), grounds, at)) {
                ListedEntries.stream(database, list, day, entry -> diff.present(PublishedEntries.item(entry)));
                changes += diff.complete();
            }
        }
        return changes;
    }
}
