package dev.assay.store.publication;

import dev.assay.core.fact.Values;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ItemId;
import dev.assay.core.publication.Sha256;
import dev.assay.store.fact.FactJson;

/**
 * Something that is to be published as it stands now.
 *
 * @param id what it is called
 * @param series what it is compared with as a whole: the model of a rating, the list of an entry
 * @param place where it stands in the order of its series, such as by the store's key of the business
 * @param chain the chain of those who may see it
 * @param content its content as canonical JSON
 * @param contentHash SHA-256 of the content's bytes in UTF-8
 */
public record PublishedItem(ItemId id, String series, long place, Chain chain, String content, String contentHash) {

    /**
     * An item with its content.
     *
     * @param id what it is called
     * @param series what it is compared with as a whole
     * @param place where it stands in the order of its series
     * @param chain the chain of those who may see it
     * @param content what is said of it
     * @return the item
     */
    public static PublishedItem of(ItemId id, String series, long place, Chain chain, Values content) {
        String json = FactJson.write(content);
        return new PublishedItem(id, series, place, chain, json, Sha256.of(json));
    }
}
