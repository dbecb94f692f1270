package dev.assay.api.rating;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.CurrentMark;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.batch.publish.DisclosedModels;
import dev.assay.batch.publish.DisclosedModels.Disclosed;
import dev.assay.core.grading.Rating;
import dev.assay.core.identity.Identity;
import dev.assay.core.publication.PublicationPolicy;
import dev.assay.core.publication.Reader;
import dev.assay.core.publication.Standing;
import dev.assay.store.rating.RatingModel;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.rating.StoredRatings.MadeRating;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RatedBusiness;
import dev.assay.store.register.RegisteredBusiness;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ratings as far as a viewer may read them. Every way out of the server goes through here, and the publication policy decides. */
@Component
public class ReadableRatings {

    private final StoredRatings ratings;
    private final DisclosedModels disclosed;
    private final AuthorityClock clock;
    private final BusinessRegister register;
    private final CurrentMark mark;
    private volatile @Nullable Kept kept;

    ReadableRatings(
            StoredRatings ratings,
            DisclosedModels disclosed,
            AuthorityClock clock,
            BusinessRegister register,
            CurrentMark mark) {
        this.ratings = ratings;
        this.disclosed = disclosed;
        this.clock = clock;
        this.register = register;
        this.mark = mark;
    }

    /**
     * The models whose ratings a viewer may read. Those of a retired model are history, which only the authority reads.
     *
     * @param viewer who looks
     * @return them, in the order in which they first came
     */
    public List<RatingModel> models(Viewer viewer) {
        return models(viewer.reader());
    }

    /**
     * The models whose ratings of a business a viewer may read: a business reads of itself what partners read of it, someone of
     * the authority those of other divisions as everyone does.
     *
     * @param viewer who looks
     * @param business the business
     * @return them, in the order in which they first came
     */
    public List<RatingModel> models(Viewer viewer, RegisteredBusiness business) {
        return models(viewer.readerOf(business));
    }

    /**
     * Whether a model's ratings of a business count, as far as a viewer may know.
     *
     * @param model the model's id
     * @param viewer who asks
     * @param business the business
     * @return whether they count; empty where there is no such model, or its ratings in force are not for the viewer
     */
    public Optional<Standing> findStanding(String model, Viewer viewer, RegisteredBusiness business) {
        Reader reader = viewer.readerOf(business);
        return current().stream()
                .filter(candidate -> candidate.model().model().equals(model)
                        && PublicationPolicy.maySee(reader, candidate.model().visibility(), Standing.IN_FORCE))
                .map(Disclosed::standing)
                .findFirst();
    }

    private List<RatingModel> models(Reader reader) {
        return current().stream()
                .filter(model -> model.isFor(reader))
                .map(Disclosed::model)
                .toList();
    }

    /**
     * A model by id.
     *
     * @param model the id
     * @param viewer who looks
     * @return the model
     * @throws NotThere if there is none, or the viewer may not know of it
     */
    public RatingModel getModel(String model, Viewer viewer) {
        return models(viewer).stream()
                .filter(candidate -> candidate.model().equals(model))
                .findFirst()
                .orElseThrow(() ->
                        new NotThere("There are no ratings by the model (%s).%nMaybe check its id.".formatted(model)));
    }

    /**
     * The ratings of a business that stand.
     *
     * @param business the business
     * @param viewer who looks
     * @return those by models that the viewer may read, in the order of the models
     */
    public List<Rating> standingOf(RegisteredBusiness business, Viewer viewer) {
        List<String> readable =
                models(viewer, business).stream().map(RatingModel::model).toList();
        return inOrder(ratings.standingOf(business.key(), readable), readable);
    }

    /**
     * The same for a business of which only an identity is known, in as few questions as can be: it is asked by the million.
     *
     * @param identity the principal or another one
     * @param viewer who looks
     * @return those by models that the viewer may read, in the order of the models
     * @throws NotThere if no source named the business
     */
    List<Rating> standingOf(Identity identity, Viewer viewer) {
        List<Disclosed> all = current();
        RatedBusiness rated = register.findRated(
                        identity,
                        all.stream().map(model -> model.model().model()).toList())
                .orElseThrow(() -> NotThere.business(identity));
        Reader reader = viewer.readerOf(rated.key(), rated.division());
        return inOrder(
                rated.ratings(),
                all.stream()
                        .filter(model -> model.isFor(reader))
                        .map(model -> model.model().model())
                        .toList());
    }

    private static List<Rating> inOrder(List<Rating> ratings, List<String> readable) {
        return ratings.stream()
                .filter(rating -> readable.contains(rating.model()))
                .sorted(Comparator.comparingInt(rating -> readable.indexOf(rating.model())))
                .toList();
    }

    /** The models as they are while nothing is committed. */
    private List<Disclosed> current() {
        Kept known = kept;
        String now = mark.current();
        LocalDate today = clock.today();
        if (known == null || !known.mark().equals(now) || !known.day().equals(today)) {
            known = new Kept(now, today, disclosed.on(today));
            kept = known;
        }
        return known.models();
    }

    private record Kept(String mark, LocalDate day, List<Disclosed> models) {}

    /**
     * The ratings of a business by a model.
     *
     * @param business the business
     * @param model the model's id
     * @param asOf the day at which they stood; null for now
     * @param viewer who looks
     * @return one for each subject, at least one
     * @throws NotThere if there is none, or the viewer may not know of it
     */
    public List<Rating> get(RegisteredBusiness business, String model, @Nullable LocalDate asOf, Viewer viewer) {
        return getMade(business, model, asOf, viewer).stream()
                .map(MadeRating::rating)
                .toList();
    }

    /**
     * The same with what made them.
     *
     * @param business the business
     * @param model the model's id
     * @param asOf the day at which they stood; null for now
     * @param viewer who looks
     * @return one for each subject, at least one
     * @throws NotThere if there is none, or the viewer may not know of it
     */
    List<MadeRating> getMade(RegisteredBusiness business, String model, @Nullable LocalDate asOf, Viewer viewer) {
        List<MadeRating> found = models(viewer, business).stream()
                        .anyMatch(candidate -> candidate.model().equals(model))
                ? ratings.made(business.key(), model, asOf)
                : List.of();
        if (found.isEmpty()) {
            throw NotThere.rating(model, business.identity());
        }
        return found;
    }
}
