package dev.assay.api.backtest;

import dev.assay.batch.backtest.BacktestOutcome;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.text.Bilingual;
import dev.assay.model.backtest.Backtest;
import dev.assay.model.backtest.Knowledge;
import dev.assay.model.backtest.OutcomeDefinition;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as JSON.
 *
 * @param model the model
 * @param outcome what its grades were held against
 * @param known which facts could be read: THEN or NOW
 * @param knownAt the instant up to which facts counted
 * @param dataEnd the last day of which the data tell an outcome; null where they tell none
 * @param late facts, over all days, that had happened by the day and were made known after it
 * @param describedLater subjects, over all days, that were not yet described
 * @param found the figures
 */
public record BacktestJson(
        ModelOf model,
        OutcomeOf outcome,
        Knowledge known,
        Instant knownAt,
        @Nullable LocalDate dataEnd,
        long late,
        long describedLater,
        Backtest found) {

    /** A model by id, version and digest. */
    public record ModelOf(String id, String version, Bilingual title, String digest) {
        static ModelOf of(GradingModel model) {
            return new ModelOf(model.id(), model.version(), model.title(), model.digest());
        }
    }

    /** An outcome by id, with what has to be known to read the figures. */
    public record OutcomeOf(
            String id,
            Bilingual title,
            Bilingual note,
            String within,
            @Nullable Bilingual authority,
            boolean hindsight) {
        static OutcomeOf of(OutcomeDefinition outcome) {
            OutcomeDefinition.AuthorityClass own = outcome.authority();
            return new OutcomeOf(
                    outcome.id(),
                    outcome.title(),
                    outcome.note(),
                    outcome.within().toString(),
                    own == null ? null : own.title(),
                    own != null && own.hindsight());
        }
    }

    /**
     * The JSON of a backtest.
     *
     * @param outcome what it found
     * @return the JSON
     */
    public static BacktestJson of(BacktestOutcome outcome) {
        return new BacktestJson(
                ModelOf.of(outcome.request().model()),
                OutcomeOf.of(outcome.request().outcome()),
                outcome.request().knowledge(),
                outcome.knownAt(),
                outcome.lastLook(),
                outcome.late(),
                outcome.describedLater(),
                outcome.backtest());
    }
}
