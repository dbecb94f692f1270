package dev.assay.api.rating;

import dev.assay.api.access.CurrentMark;
import dev.assay.api.business.CreditFiles;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.improvement.Improvements;
import dev.assay.core.improvement.Remedy;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.remedy.RemediesFile;
import dev.assay.store.fact.Cut;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.feed.SilentFeed;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.rating.StoredRatings.MadeRating;
import dev.assay.store.register.RegisteredBusiness;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private final CompiledModels models;
    private final FeedRuns feeds;
    private final CurrentMark mark;
    private final List<Remedy> remedies;
    private volatile @Nullable Silence silence;

    Explanations(
            CreditFiles creditFiles,
            StoredRatings ratings,
            Vocabulary vocabulary,
            FeedRuns feeds,
            CurrentMark mark,
            ConfigFiles config) {
        this.creditFiles = creditFiles;
        this.ratings = ratings;
        this.vocabulary = vocabulary;
        this.models = new CompiledModels(ratings, vocabulary);
        this.feeds = feeds;
        this.mark = mark;
        this.remedies = RemediesFile.load(config, vocabulary);
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
        return explain(business, new MadeRating(rating, ratings.modelKeyOf(business.key(), rating)));
    }

    /**
     * Explains a rating whose model's version was read with it.
     *
     * @param business the business
     * @param made one of its stored ratings
     * @return the rating with its explanation
     */
    ExplainedRating explain(RegisteredBusiness business, MadeRating made) {
        Rating rating = made.rating();
        CreditFile file = fileOf(business, rating);
        GradeAnalysis analysis = RatingEngine.rate(file, rating.subject(), models.of(made.modelKey()));
        return new ExplainedRating(
                rating, analysis.explanation(), analysis.rating().digest().equals(rating.digest()), silentIn(file));
    }

    /** Ratings of one run are explained one after the other, and of all of them the same feeds were silent. */
    private List<SilentFeed> silentIn(CreditFile file) {
        Cut cut = new Cut(file.asOf(), file.knownAt());
        String now = mark.current();
        Silence known = silence;
        if (known == null || !known.cut().equals(cut) || !known.mark().equals(now)) {
            known = new Silence(now, cut, feeds.silent(cut));
            silence = known;
        }
        return SilentFeed.in(file, known.feeds());
    }

    private record Silence(String mark, Cut cut, List<SilentFeed> feeds) {}

    /**
     * Finds what would better a rating.
     *
     * @param business the business
     * @param rating one of its stored ratings
     * @return what time brings, and what the business can do
     */
    public Improvements improvements(RegisteredBusiness business, Rating rating) {
        return Improvements.of(fileOf(business, rating), rating.subject(), modelOf(business, rating), remedies);
    }

    /**
     * The grades of the model that made a rating.
     *
     * @param business the business
     * @param rating one of its stored ratings
     * @return from best to worst
     */
    public List<String> gradesOf(RegisteredBusiness business, Rating rating) {
        return modelOf(business, rating).grades();
    }

    private CreditFile fileOf(RegisteredBusiness business, Rating rating) {
        return creditFiles.at(business, new Cut(rating.asOf(), rating.knownAt()));
    }

    private GradingModel modelOf(RegisteredBusiness business, Rating rating) {
        return models.of(ratings.modelKeyOf(business.key(), rating));
    }
}
