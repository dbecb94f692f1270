package dev.assay.batch.rate;

import dev.assay.batch.JobBusyException;
import dev.assay.batch.JobLaunch;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Visibility;
import dev.assay.store.database.Database;
import dev.assay.store.database.NamedLock;
import dev.assay.store.fact.Cut;
import dev.assay.store.rating.HeldRuns;
import dev.assay.store.rating.ModelVersion;
import dev.assay.store.rating.RatingOutcome;
import dev.assay.store.rating.RatingRuns;
import dev.assay.store.rating.StagedRun;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Rates: decides which files need it, launches the job, answers what came of it. */
public final class Ratings {

    private final Database database;
    private final RatingRuns runs;
    private final JobLaunch launch;
    private final Job job;
    private final InstantSource clock;

    Ratings(Database database, RatingRuns runs, JobLaunch launch, Job job, InstantSource clock) {
        this.database = database;
        this.runs = runs;
        this.launch = launch;
        this.job = job;
        this.clock = clock;
    }

    /**
     * Rates with a model.
     *
     * @param request what to rate
     * @return what the run left
     * @throws dev.assay.batch.JobFailedException if the job fails, is stopped, or runs already; the same request takes it up again
     */
    public RatingOutcome run(RateRequest request) {
        // Two runs must not even plan at once: the second would take the first one's staged rows for an interrupted
        // run's.
        try (NamedLock _ = NamedLock.tryAcquire(database, "rating").orElseThrow(() -> new JobBusyException("rate"))) {
            StagedRun run = taken(request);
            launch.run(
                    job,
                    new JobParametersBuilder()
                            .addLong(RateJobConfiguration.RUN, run.id())
                            .toJobParameters());
            return runs.outcome(run);
        }
    }

    /**
     * The instant up to which everything recorded is visible: what a run knows unless it is told otherwise.
     *
     * @return the recorded-at of the newest published import, or now where there is none
     */
    public Instant settledInstant() {
        return runs.settledInstant(clock.instant());
    }

    private StagedRun taken(RateRequest request) {
        int modelKey = runs.register(version(request), clock.instant());
        Optional<StagedRun> unfinished = runs.findUnfinished(modelKey, request.asOf());
        if (unfinished.isPresent()) {
            if (canGoOn(unfinished.get(), request)) {
                return unfinished.get();
            }
            runs.abandon(unfinished.get());
        }
        new HeldRuns(database.dsl()).giveWay(request.series());
        Instant wanted = request.knownAt();
        Cut cut = new Cut(request.asOf(), wanted == null ? settledInstant() : wanted);
        OptionalLong base = request.full() ? OptionalLong.empty() : runs.findBase(modelKey, RatingEngine.VERSION, cut);
        return runs.begin(modelKey, RatingEngine.VERSION, cut, base, request.brake(), clock.instant());
    }

    /** An interrupted run is worth finishing only if the new one would see the same. */
    private boolean canGoOn(StagedRun unfinished, RateRequest request) {
        boolean sameKnowledge = request.knownAt() == null
                ? !runs.haveFactsChangedSince(unfinished.cut().knownAt())
                : request.knownAt().equals(unfinished.cut().knownAt());
        return sameKnowledge
                && (unfinished.brake() == null) == (request.brake() == null)
                && unfinished.engineVersion().equals(RatingEngine.VERSION)
                && (unfinished.isFull() || !request.full());
    }

    private static ModelVersion version(RateRequest request) {
        GradingModel model = request.model();
        Visibility visibility = request.isTrial() ? Visibility.INTERNAL : model.visibility();
        return new ModelVersion(
                request.series(),
                model.version(),
                model.digest(),
                model.scope().name().toLowerCase(Locale.ROOT),
                visibility.name().toLowerCase(Locale.ROOT),
                model.title().zh(),
                model.title().en(),
                request.modelText(),
                request.isTrial() ? model.id() : null);
    }
}
