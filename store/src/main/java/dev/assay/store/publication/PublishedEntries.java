package dev.assay.store.publication;

import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ItemId;
import dev.assay.store.listing.ListedEntries;
import dev.assay.store.publication.SeriesDiff.Series;

/**
 * The entries of the serious-violation list as they are published. Whoever publishes a single entry takes its item from here, so that the
 * publish job finds it as it would have written it.
 */
public final class PublishedEntries {

    /** The kind of these items. */
    public static final String KIND = "list-entry";

    /** The series of the serious-violation list 严重违法失信名单. */
    public static final Series SERIOUS_VIOLATIONS = new Series(KIND, "serious-violations");

    private PublishedEntries() {}

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
     * @param chain the chain of those who may see the list
     * @return the item
     */
    public static PublishedItem item(ListedEntries.Row entry, Chain chain) {
        Values.Builder content = new Values.Builder();
        content.add("basis", entry.basis());
        content.add("business", entry.identityScheme() + ":" + entry.identity());
        content.add("conductEn", entry.conductEn());
        content.add("conductZh", entry.conductZh());
        if (entry.division() != null) {
            content.add("division", entry.division());
        }
        content.add("endsOn", entry.endsOn().toString());
        content.add("listedOn", entry.listedOn().toString());
        if (entry.name() != null) {
            content.add("name", entry.name());
        }
        content.add("provisional", entry.provisional());
        content.add("rule", entry.rule());
        return PublishedItem.of(id(entry.number()), SERIOUS_VIOLATIONS.name(), entry.number(), chain, content.build());
    }
}
