package dev.assay.store.publication;

import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.ItemId;
import dev.assay.core.publication.PenaltyPublication;
import dev.assay.core.publication.PenaltyPublication.Shown;
import dev.assay.core.publication.PublicationRules.Period;
import dev.assay.core.publication.Sha256;
import dev.assay.store.database.Database;
import dev.assay.store.fact.FactJson;
import dev.assay.store.publication.PenaltyRows.OfBusiness;
import dev.assay.store.publication.SeriesDiff.Series;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Penalties as they are published: as long as their period runs, unless they are annulled, repaired or not recorded any more. One object reads one
 * day; it remembers what was sealed, to say why an item goes.
 */
public final class PublishedPenalties {

    /** The kind of these items. */
    public static final String KIND = "penalty";

    /** All of them are compared as one series. */
    public static final Series SERIES = new Series(KIND, KIND);

    private static final String RECORD =
            "SELECT f.feed, f.record_key FROM fact f WHERE f.business_key = ? AND f.fact_id = ? AND f.kind = 'penalty'";

    private final PenaltyPublication rules;
    private final LocalDate day;
    private final Map<Long, Map<String, ChangeReason>> sealed = new HashMap<>();

    /**
     * What is published on a day.
     *
     * @param rules how long penalties are shown
     * @param day the day
     */
    public PublishedPenalties(PenaltyPublication rules, LocalDate day) {
        this.rules = rules;
        this.day = day;
    }

    /**
     * Streams the items in the order of the businesses.
     *
     * @param database the database
     * @param knownAt as known when
     * @param items receives each
     * @throws SQLException if the database fails
     */
    public void stream(Database database, Instant knownAt, Consumer<PublishedItem> items) throws SQLException {
        PenaltyRows.stream(database, day, knownAt, business -> {
            noteSealed(business);
            // A record that two sources tell under one key is one item: the later one's.
            Map<String, PublishedItem> own = new TreeMap<>();
            for (Shown shown :
                    rules.on(day, business.facts(), business.division() == null ? "" : business.division())) {
                PublishedItem item = item(business, shown);
                own.put(item.id().key(), item);
            }
            own.values().forEach(items);
        });
    }

    private void noteSealed(OfBusiness business) {
        SealedArchive archive = SealedArchive.of(business.facts());
        for (Fact fact : business.facts()) {
            Optional<Fact> decision = archive.findDecision(fact);
            if (decision.isPresent()) {
                boolean annulled = decision.get()
                        .values()
                        .findText("step")
                        .filter(SealedArchive.ANNULLED::equals)
                        .isPresent();
                fact.values()
                        .findText("document_no")
                        .ifPresent(number -> sealed.computeIfAbsent(business.key(), _ -> new HashMap<>())
                                .put(number, annulled ? ChangeReason.ANNULMENT : ChangeReason.REPAIR));
            }
        }
    }

    /**
     * Why an item changes; to be asked when all were streamed up to its place.
     *
     * @param place the store's key of the business
     * @param before its content until then, or null
     * @param now its content from then on, or null
     * @return expiry at the end of the period, repair, annulment; correction where the record itself changed or went
     */
    public ChangeReason ground(long place, @Nullable String before, @Nullable String now) {
        if (before == null) {
            return ChangeReason.NEW_RECORD;
        }
        if (now != null) {
            return ChangeReason.CORRECTION;
        }
        Values content = FactJson.read(before);
        if (content.findDay("shownUntil").filter(day::isAfter).isPresent()) {
            return ChangeReason.EXPIRY;
        }
        return content.findText("documentNo")
                .map(number -> sealed.getOrDefault(place, Map.of()).get(number))
                .orElse(ChangeReason.CORRECTION);
    }

    /**
     * Withdraws a penalty in the transaction by which its publication ends.
     *
     * @param tx the transaction; this should be the last that it does
     * @param business the store's key of the business
     * @param fact number of the penalty
     * @param reason why
     * @param at when
     */
    public static void withdraw(DSLContext tx, long business, long fact, ChangeReason reason, Instant at) {
        tx.fetchOptional(RECORD, business, fact)
                .ifPresent(row ->
                        ChangeLog.withdraw(tx, id(row.get(0, String.class), row.get(1, String.class)), reason, at));
    }

    /** What a record is called: it tells nothing of the business once the item is gone. */
    static ItemId id(String feed, String recordKey) {
        return new ItemId(KIND, Sha256.of(feed + "\n" + recordKey).substring(0, 32));
    }

    private static PublishedItem item(OfBusiness business, Shown shown) {
        Fact penalty = shown.penalty();
        Values values = penalty.values();
        Period period = shown.period();
        Values.Builder content = new Values.Builder();
        values.findText("authority").ifPresent(authority -> content.add("authority", authority));
        content.add("basis", period.penaltyClass().basis().citation());
        content.add("business", business.identity());
        values.findText("conduct").ifPresent(conduct -> content.add("conduct", conduct));
        content.add("decidedOn", penalty.occurredOn().toString());
        if (business.division() != null) {
            content.add("division", business.division());
        }
        values.findText("document_no").ifPresent(number -> content.add("documentNo", number));
        values.findText("grounds").ifPresent(grounds -> content.add("grounds", grounds));
        content.add("kinds", List.copyOf(values.getTexts("kinds")));
        if (business.name() != null) {
            content.add("name", business.name());
        }
        content.add("neverEarly", period.penaltyClass().neverEarly());
        content.add("publishedOn", period.publishedOn().toString());
        if (period.repairFrom() != null) {
            content.add("repairFrom", period.repairFrom().toString());
        }
        content.add("shownUntil", period.lastDay().toString());
        return PublishedItem.of(
                id(penalty.source().feed(), business.recordKey(penalty)),
                KIND,
                business.key(),
                Chain.PUBLIC,
                content.build());
    }
}
