package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;

/**
 * What a card is about.
 *
 * @param id the id of the prediction's definition
 * @param title its name
 * @param foretold what is foretold, such as "the next routine inspection finds a critical fault"
 * @param use what it is made for
 * @param learner how it was learned, in words
 * @param digest the digest of the trained file that was judged
 * @param seed what the random choices of the judging follow
 */
public record About(
        String id, Bilingual title, Bilingual foretold, Bilingual use, Bilingual learner, String digest, long seed) {}
