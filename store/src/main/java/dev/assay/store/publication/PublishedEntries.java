package dev.assay.store.publication;

import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.ItemId;
import dev.assay.store.listing.ListedEntries;
import dev.assay.store.publication.SeriesDiff.Series;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;

/**
 * The entries of lists as they are published. Whoever publishes a single entry takes its item from here, so that the publish job finds it as it
 * would have written it.
 */
public final class PublishedEntries {

    /** The kind of these items. */
    public static final String KIND = "list-entry";

    private PublishedEntries() {}

    /**
     * The series of a list.
     *
     * @param list id of the list
     * @return its series
     */
    public static Series series(String list) {
        return new Series(KIND, list);
    }

    /**
     * What an entry is called: the number of its case, which tells nothing of the business once the entry is gone.
     *
     * @param number the number of the case
     * @return the item's kind and key
     */
    public static ItemId id(long number) {
        return new ItemId(KIND, Long.toString(number));
    }

    /**
     * The item of an entry.
     *
     * @param entry the entry as it stands
     * @return the item, in the chain of those who may see its list
     */
    public static PublishedItem item(ListedEntries.Row entry) {
        Values.Builder content = new Values.Builder();
        content.add("basis", entry.basis());
        content.add("business", entry.identityScheme() + ":" + entry.identity());
        content.add("conductEn", entry.conductEn());
        content.add("conductZh", entry.conductZh());
        if (entry.division() != null) {
            content.add("division", entry.division());
        }
        if (entry.endsOn() != null) {
            content.add("endsOn", entry.endsOn().toString());
        }
        content.add("list", entry.list());
        content.add("listedOn", entry.listedOn().toString());
        if (entry.name() != null) {
            content.add("name", entry.name());
        }
        content.add("provisional", entry.provisional());
        content.add("publishedOn", entry.publishedOn().toString());
        if (entry.reply() != null) {
            content.add("reply", entry.reply());
        }
        content.add("rule", entry.rule());
        content.add("underObjection", entry.underObjection());
        return PublishedItem.of(
                id(entry.number()), entry.list(), entry.number(), Chain.get(entry.visibility()), content.build());
    }

    /**
     * Brings what is published of one entry to how it stands now, in the transaction that made it so.
     *
     * @param tx the transaction; this should be the last that it does
     * @param number the number of the case
     * @param day the day
     * @param reason why it changed
     * @param at when
     */
    public static void refresh(DSLContext tx, long number, LocalDate day, ChangeReason reason, Instant at) {
        ListedEntries.find(tx, number, day)
                .ifPresentOrElse(
                        entry -> ChangeLog.publish(tx, item(entry), reason, at),
                        () -> ChangeLog.withdraw(tx, id(number), reason, at));
    }
}
