package dev.assay.api.business;

import dev.assay.api.business.FilePart.Procedures;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.Life;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.sampling.SamplingCourses;
import dev.assay.store.fact.Cut;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.feed.SilentFeed;
import dev.assay.store.history.FactHistory;
import dev.assay.store.history.KindTally;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads credit files part by part, with everything that was replaced. */
public class FileParts {

    private static final Set<String> STEPS = Set.of(FactKinds.SAMPLING_STEP.name(), FactKinds.PENALTY_STEP.name());
    private static final List<String> WITH_STEPS = List.of(
            FactKinds.SAMPLING_RESULT.name(),
            FactKinds.SAMPLING_STEP.name(),
            FactKinds.PENALTY.name(),
            FactKinds.PENALTY_STEP.name());

    private final BusinessRegister register;
    private final FactHistory history;
    private final Vocabulary vocabulary;
    private final FeedRuns runs;
    private final Lives lives;

    /**
     * A reader of files.
     *
     * @param register the register
     * @param history the facts with their versions
     * @param vocabulary the kinds of fact, whose order the files have
     * @param runs the imports, which tell when a feed was silent
     * @param lives the lives of businesses
     */
    public FileParts(
            BusinessRegister register, FactHistory history, Vocabulary vocabulary, FeedRuns runs, Lives lives) {
        this.register = register;
        this.history = history;
        this.vocabulary = vocabulary;
        this.runs = runs;
        this.lives = lives;
    }

    /**
     * A part of a file.
     *
     * @param business the business
     * @param cut where to cut
     * @param kind the one kind that is wanted; null for all
     * @param offset how many records to leave out, at least 0
     * @param limit the most records to give, at least 1
     * @return the part; without records where nothing had been recorded
     */
    public FilePart read(RegisteredBusiness business, Cut cut, @Nullable String kind, long offset, int limit) {
        List<String> order = vocabulary.names();
        List<KindTally> tallies = history.tallies(business.key(), cut).stream()
                .sorted(Comparator.comparingInt(
                        tally -> order.contains(tally.kind()) ? order.indexOf(tally.kind()) : order.size()))
                .toList();
        long total = tallies.stream()
                .filter(tally -> kind == null || tally.kind().equals(kind))
                .mapToLong(tally -> tally.standing() + tally.withdrawn())
                .sum();
        return new FilePart(
                business,
                history.findDescription(business.key(), cut)
                        .flatMap(description -> description.findText("name"))
                        .orElse(null),
                register.identitiesOf(business.key()),
                life(business, cut),
                cut,
                tallies,
                history.read(business.key(), cut, new FactHistory.Part(order, kind, offset, limit)),
                procedures(business, cut, tallies),
                silentFeeds(business, cut),
                offset,
                total);
    }

    private LifeView life(RegisteredBusiness business, Cut cut) {
        List<Fact> facts = history.standing(business.key(), cut, Life.KINDS);
        return lives.of(business.key(), new CreditFile(business.identity(), cut.asOf(), cut.knownAt(), facts));
    }

    private List<SilentFeed> silentFeeds(RegisteredBusiness business, Cut cut) {
        Set<String> own = history.feeds(business.key(), cut);
        return runs.silent(cut).stream()
                .filter(silent -> own.contains(silent.feed()))
                .toList();
    }

    private Procedures procedures(RegisteredBusiness business, Cut cut, List<KindTally> tallies) {
        List<Fact> facts = tallies.stream().anyMatch(tally -> STEPS.contains(tally.kind()))
                ? history.standing(business.key(), cut, WITH_STEPS)
                : List.of();
        return new Procedures(
                SamplingCourses.of(facts, vocabulary.samplingTerms(), cut.asOf()), SealedArchive.of(facts));
    }
}
