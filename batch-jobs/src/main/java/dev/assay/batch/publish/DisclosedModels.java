package dev.assay.batch.publish;

import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.PublicationPolicy;
import dev.assay.core.publication.Reader;
import dev.assay.core.publication.Standing;
import dev.assay.store.rating.HeldRuns;
import dev.assay.store.rating.RatingModel;
import dev.assay.store.rating.StoredRatings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The models that have rated, with what the {@link PublicationPolicy} says of their ratings. Pages, API, files and change log take it from here,
 * and from nowhere else. Trials rate under names of their own and are not among them.
 */
public final class DisclosedModels {

    private final StoredRatings ratings;
    private final ModelsInUse inUse;
    private final HeldRuns held;

    /**
     * Models of an installation.
     *
     * @param ratings tells which have rated, and who may see that
     * @param inUse tells which were retired
     * @param held tells of which a run is held
     */
    public DisclosedModels(StoredRatings ratings, ModelsInUse inUse, HeldRuns held) {
        this.ratings = ratings;
        this.inUse = inUse;
        this.held = held;
    }

    /**
     * A model and who may see its ratings.
     *
     * @param model the model, in the version whose ratings were published last
     * @param standing whether its ratings count
     */
    public record Disclosed(RatingModel model, Standing standing) {

        /**
         * Whether a reader may see its ratings.
         *
         * @param reader who reads
         * @return true if the reader may
         */
        public boolean isFor(Reader reader) {
            return PublicationPolicy.maySee(reader, model.visibility(), standing);
        }

        /**
         * The chain in which its ratings are published.
         *
         * @return the chain; empty if they do not leave the authority
         */
        public Optional<Chain> chain() {
            return PublicationPolicy.findChain(model.visibility(), standing);
        }
    }

    /**
     * The models on a day.
     *
     * @param day the day
     * @return them, in the order in which they first came
     */
    public List<Disclosed> on(LocalDate day) {
        List<RatingModel> all = ratings.models();
        // Asked for every page of ratings: mostly there is nothing to look through.
        Set<String> retired = all.stream().anyMatch(RatingModel::everRetired) ? inUse.retiredOn(day) : Set.of();
        return all.stream()
                .map(model ->
                        new Disclosed(model, retired.contains(model.model()) ? Standing.RETIRED : Standing.IN_FORCE))
                .toList();
    }

    /**
     * The models of which a run waits for a person: what is published of them stays as it is until then.
     *
     * @return their ids
     */
    public Set<String> held() {
        return held.models();
    }
}
