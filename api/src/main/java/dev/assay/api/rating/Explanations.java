package dev.assay.api.rating;

import dev.assay.api.business.CreditFiles;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.fact.Cut;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.register.RegisteredBusiness;
import org.springframework.stereotype.Component;

/**
 * Explains stored ratings: the same engine rates the same file with the model's text as it was, and the digest tells whether that
 * really repeated the rating.
 */
@Component
public class Explanations {

    private final CreditFiles creditFiles;
    private final StoredRatings ratings;
    private final Vocabulary vocabulary;
    private final FeedRuns feeds;

    Explanations(CreditFiles creditFiles, StoredRatings ratings, Vocabulary vocabulary, FeedRuns feeds) {
        this.creditFiles = creditFiles;
        this.ratings = ratings;
        this.vocabulary = vocabulary;
        this.feeds = feeds;
    }

    /**
     * The kinds of fact that an explanation may speak of.
     *
     * @return them
     */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * Explains a rating.
     *
     * @param business the business
     * @param rating one of its stored ratings
     * @return the rating with its explanation
     */
    public ExplainedRating explain(RegisteredBusiness business, Rating rating) {
        String text = ratings.modelTextOf(business.key(), rating);
        CreditFile file = creditFiles.at(business, new Cut(rating.asOf(), rating.knownAt()));
        GradeAnalysis analysis = RatingEngine.rate(
                file,
                rating.subject(),
                GradingModels.parse(new ConfigFile("models/" + rating.model() + ".yaml", text), vocabulary));
        return new ExplainedRating(
                rating,
                analysis.explanation(),
                analysis.rating().digest().equals(rating.digest()),
                feeds.silentIn(file));
    }
}
