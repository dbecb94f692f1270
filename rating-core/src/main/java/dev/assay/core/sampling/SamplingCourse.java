package dev.assay.core.sampling;

import dev.assay.core.grading.Basis;
import dev.assay.core.sampling.SamplingState.Confirmed;
import dev.assay.core.sampling.SamplingState.Disposed;
import dev.assay.core.sampling.SamplingState.Ground;
import dev.assay.core.sampling.SamplingState.Objection;
import dev.assay.core.sampling.SamplingState.Overturned;
import dev.assay.core.sampling.SamplingState.Reported;
import dev.assay.core.sampling.SamplingState.Retest;
import dev.assay.core.sampling.SamplingState.Served;
import dev.assay.core.text.Bilingual;
import dev.assay.core.time.LegalTerm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of one failure up to a day: a pure function of the steps and the terms.
 *
 * @param state where it stands
 * @param deadline by when what should happen; null where nothing is due
 * @param refused steps that could not be, each with the reason; they change nothing
 * @param turnsOn the first day to come on which the state changes though nothing happens; null if none
 */
public record SamplingCourse(
        SamplingState state,
        @Nullable Deadline deadline,
        List<RefusedStep> refused,
        @Nullable LocalDate turnsOn) {

    /** Copies the list. */
    public SamplingCourse {
        refused = List.copyOf(refused);
    }

    /**
     * Something that is due.
     *
     * @param what what should happen
     * @param until the last day for it
     * @param basis the legal ground of the term
     */
    public record Deadline(Bilingual what, LocalDate until, Basis basis) {}

    /**
     * A step that could not be.
     *
     * @param step the step
     * @param reason why not
     */
    public record RefusedStep(SamplingStep step, Bilingual reason) {}

    /**
     * Follows a failure.
     *
     * @param reportedOn the day on which it was reported
     * @param steps what happened after that, in any order; those after the as-of day are left out
     * @param terms the terms
     * @param asOf the day up to which to follow it
     * @return its course
     */
    public static SamplingCourse of(
            LocalDate reportedOn, List<SamplingStep> steps, SamplingTerms terms, LocalDate asOf) {
        List<RefusedStep> refused = new ArrayList<>();
        LocalDate reported = reportedOn;
        SamplingState state = new Reported(reportedOn);
        List<SamplingStep> inOrder = steps.stream()
                .filter(step -> !step.on().isAfter(asOf))
                .sorted(Comparator.comparing(SamplingStep::on).thenComparing(SamplingStep::kind))
                .toList();
        for (SamplingStep step : inOrder) {
            SamplingState before = lapsed(state, step.on());
            Move move = move(before, step, terms);
            switch (move) {
                case To(SamplingState next) -> state = next;
                case No(Bilingual reason) -> refused.add(new RefusedStep(step, reason));
            }
            if (state instanceof Reported(LocalDate on)) {
                reported = on;
            }
        }
        state = lapsed(state, asOf);
        return new SamplingCourse(
                state,
                deadline(state, reported, terms),
                refused,
                state instanceof Served served ? served.until().plusDays(1) : null);
    }

    /** Where a step leads: on, or nowhere. */
    private sealed interface Move {}

    private record To(SamplingState next) implements Move {}

    private record No(Bilingual reason) implements Move {}

    private static SamplingState lapsed(SamplingState state, LocalDate day) {
        return state instanceof Served served && day.isAfter(served.until())
                ? new Confirmed(served.until().plusDays(1), Ground.LAPSE)
                : state;
    }

    private static Move move(SamplingState state, SamplingStep step, SamplingTerms terms) {
        LocalDate on = step.on();
        return switch (state) {
            case Reported(LocalDate since) ->
                switch (step.kind()) {
                    case REPORTED -> new To(new Reported(on.isBefore(since) ? on : since));
                    case SERVED ->
                        new To(new Served(
                                on, terms.apply().after(on, terms.days()).day()));
                    case RETEST, OBJECTION, CONFIRMED, OVERTURNED, DISPOSED ->
                        no(step, "结果尚未送达", "the result has not been served");
                };
            case Served _ ->
                switch (step.kind()) {
                    case RETEST -> new To(new Retest(on));
                    case OBJECTION -> new To(new Objection(on));
                    case CONFIRMED -> new To(new Confirmed(on, Ground.ACCEPTED));
                    case OVERTURNED -> no(step, "没有复检或异议", "there was neither a re-test nor an objection");
                    case DISPOSED -> no(step, "不合格结果尚未确认", "the failure is not confirmed yet");
                    case REPORTED, SERVED -> no(step, "已经送达", "it has been served already");
                };
            case Retest _ -> decided(step, Ground.RETEST, "复检", "the re-test");
            case Objection _ -> decided(step, Ground.OBJECTION, "异议", "the objection");
            case Confirmed(LocalDate since, Ground ground) ->
                switch (step.kind()) {
                    case DISPOSED -> new To(new Disposed(on));
                    case RETEST, OBJECTION ->
                        ground == Ground.LAPSE
                                ? no(
                                        step,
                                        "已逾期，期限至 " + since.minusDays(1),
                                        "it is late, the last day was " + since.minusDays(1))
                                : no(step, "不合格结果已确认", "the failure is confirmed");
                    case CONFIRMED ->
                        ground == Ground.LAPSE
                                ? new To(new Confirmed(since, Ground.LAPSE))
                                : no(step, "不合格结果已确认", "the failure is confirmed");
                    case REPORTED, SERVED, OVERTURNED -> no(step, "不合格结果已确认", "the failure is confirmed");
                };
            case Overturned _ -> no(step, "不合格结果已被推翻", "the failure has been overturned");
            case Disposed _ -> no(step, "已核查处置完毕", "it has been disposed of");
        };
    }

    private static Move decided(SamplingStep step, Ground ground, String zh, String en) {
        return switch (step.kind()) {
            case CONFIRMED -> new To(new Confirmed(step.on(), ground));
            case OVERTURNED -> new To(new Overturned(step.on()));
            case REPORTED, SERVED, RETEST, OBJECTION, DISPOSED -> no(step, zh + "尚未作出结论", en + " has not been decided");
        };
    }

    private static No no(SamplingStep step, String zh, String en) {
        return new No(Bilingual.of(
                step.kind().title().zh() + "不成立：" + zh,
                "No " + step.kind().title().en() + " is possible: " + en));
    }

    private static @Nullable Deadline deadline(SamplingState state, LocalDate reported, SamplingTerms terms) {
        return switch (state) {
            case Reported(LocalDate on) -> due("送达结果", "serve the result", on, terms.serve(), terms);
            case Served served -> due("申请复检或提出异议", "apply for a re-test or object", served.on(), terms.apply(), terms);
            case Retest(LocalDate on) -> due("作出复检结论", "conclude the re-test", on, terms.retest(), terms);
            case Objection(LocalDate on) -> due("作出异议审核决定", "decide on the objection", on, terms.objection(), terms);
            case Confirmed _ -> due("完成核查处置", "dispose of the failure", reported, terms.dispose(), terms);
            case Overturned _, Disposed _ -> null;
        };
    }

    private static Deadline due(String zh, String en, LocalDate from, LegalTerm term, SamplingTerms terms) {
        return new Deadline(Bilingual.of(zh, en), term.after(from, terms.days()).day(), term.basis());
    }
}
