package dev.assay.core.grading;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One subject being rated: the order of the questions, from state to supervision. */
final class Assessment {

    private final CreditFile file;
    private final Subject subject;
    private final GradingModel model;
    private final Horizon horizon;
    private final InputRatings inputs;
    private final SubjectFacts facts;
    private final EvidenceWriter evidence;
    private final ScaleReader reader;

    /** With {@code telling} false the explanation has rules and points, and neither texts nor evidence. */
    Assessment(CreditFile file, Subject subject, GradingModel model, boolean telling) {
        this.file = file;
        this.subject = subject;
        this.model = model;
        this.horizon = new Horizon(file.asOf());
        this.inputs = new InputRatings(file, subject, model.inputs(), horizon, telling);
        this.facts = SubjectFacts.of(Procedures.apply(file, model.samplingTerms(), horizon), subject, horizon, inputs);
        this.evidence = new EvidenceWriter(horizon, telling);
        this.reader = new ScaleReader(facts, subject.sector(), evidence);
    }

    /** What was found before adjustment. */
    private record Outcome(
            RatingState state,
            @Nullable Fraction score,
            @Nullable String grade,
            Explanation.Finding reason,
            List<Explanation.Indicator> indicators,
            Explanation.@Nullable Band band) {

        static Outcome ofState(RatingState state, Explanation.Finding reason) {
            return new Outcome(state, null, null, reason, List.of(), null);
        }
    }

    /** The days on which anything that was read turns. */
    Horizon horizon() {
        return horizon;
    }

    GradeAnalysis analyse() {
        Outcome outcome = outOfForce()
                .or(this::stateByRule)
                .or(this::poor)
                .or(this::newcomer)
                .orElseGet(this::scored);
        String computed = outcome.grade();
        if (computed == null) {
            return analysis(outcome, List.of(), null);
        }
        Adjuster adjuster = new Adjuster(model.grades(), facts, evidence);
        List<Explanation.Adjustment> adjustments = new ArrayList<>();
        adjuster.adjust(computed, model.adjustments()).ifPresent(adjustments::add);
        String adjusted =
                adjustments.isEmpty() ? computed : adjustments.getLast().to();
        adjuster.veto(adjusted, model.vetoes()).ifPresent(adjustments::add);
        String ruled = adjustments.isEmpty() ? computed : adjustments.getLast().to();
        SetGrade.find(ruled, model, facts, evidence).ifPresent(adjustments::add);
        String grade = adjustments.isEmpty() ? computed : adjustments.getLast().to();
        return analysis(outcome, adjustments, grade);
    }

    private Optional<Outcome> outOfForce() {
        Basis basis = model.header().basis();
        horizon.turnsOn(basis.validFrom());
        if (basis.validTo() != null) {
            horizon.turnsOn(basis.validTo().plusDays(1));
        }
        String rule;
        Bilingual text;
        if (!basis.isInForce(file.asOf())) {
            rule = "in-force";
            text = new Bilingual("该日模型所依据的规定不在施行期内", "The law that the model carries out is not in force on that day");
        } else if (!Subjects.covers(model.header().sectors(), subject.sector())) {
            rule = "sectors";
            text = new Bilingual("模型不适用于该环节", "The model does not cover this sector");
        } else {
            return Optional.empty();
        }
        return Optional.of(
                Outcome.ofState(RatingState.NOT_RATED, new Explanation.Finding(rule, text, basis, List.of())));
    }

    private Optional<Outcome> stateByRule() {
        for (StateRule rule : model.states()) {
            if (Subjects.covers(rule.sectors(), subject.sector()) && horizon.isInForce(rule.basis())) {
                List<Conditions.Reading> readings = Conditions.read(rule.when(), facts);
                if (readings != null) {
                    return Optional.of(Outcome.ofState(
                            rule.state(),
                            new Explanation.Finding(rule.id(), rule.text(), rule.basis(), evidence.write(readings))));
                }
            }
        }
        return Optional.empty();
    }

    /** A file that holds less than the model demands. What it has of it is the evidence. */
    private Optional<Outcome> poor() {
        for (QualityDemand demand : model.quality()) {
            if (!Subjects.covers(demand.sectors(), subject.sector())
                    || !horizon.isInForce(demand.basis())
                    || Conditions.read(demand.when(), facts) == null) {
                continue;
            }
            List<Fact> found = facts.findAll(demand.facts());
            int good = (int) found.stream().filter(demand::isMetBy).count();
            if (good < demand.atLeast()) {
                return Optional.of(Outcome.ofState(
                        demand.otherwise(),
                        new Explanation.Finding(
                                demand.id(),
                                evidence.tell(() -> demand.shortfall(found.size(), good)),
                                demand.basis(),
                                evidence.write(found, demand.facts().kind(), demand.present()))));
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome> newcomer() {
        Newcomers rule = model.newcomers();
        if (rule == null || !horizon.isInForce(rule.basis())) {
            return Optional.empty();
        }
        List<Conditions.Reading> readings = Conditions.read(rule.when(), facts);
        if (readings == null) {
            return Optional.empty();
        }
        return reader.classify(rule.classification()).map(found -> {
            String grade = rule.grades().get(found.rule().name());
            List<Explanation.Evidence> used = new ArrayList<>(found.evidence());
            used.addAll(evidence.write(readings));
            Bilingual title = rule.classification().title();
            Bilingual text = evidence.tell(() -> {
                String sum = found.rule().name() + " → " + grade;
                return new Bilingual(
                        rule.text().zh() + "（" + title.zh() + " " + sum + "）",
                        rule.text().en() + " (" + title.en() + " " + sum + ")");
            });
            return new Outcome(
                    RatingState.RATED,
                    null,
                    grade,
                    new Explanation.Finding(rule.id(), text, rule.basis(), used),
                    List.of(),
                    null);
        });
    }

    private Outcome scored() {
        Scoring scoring = Scoring.of(model, subject, facts, reader);
        IndicatorRule unread = scoring.unread();
        if (unread != null) {
            Bilingual text = evidence.tell(() -> new Bilingual(
                    "缺少必需的指标数据：" + unread.title().zh(),
                    "What a required indicator reads is missing: "
                            + unread.title().en()));
            return new Outcome(
                    RatingState.NOT_RATED,
                    null,
                    null,
                    new Explanation.Finding(unread.id(), text, unread.basis(), List.of()),
                    scoring.indicators(),
                    null);
        }
        return switch (model.gradeScale()) {
            case GradeScale.OfTotal scale -> graded(scale, scoring);
            case GradeScale.OfInputs scale -> combined(scale);
        };
    }

    private Outcome graded(GradeScale.OfTotal scale, Scoring scoring) {
        Explanation.Band band = Grader.band(scale, scoring.total(), scoring.worst(), evidence);
        return new Outcome(
                RatingState.RATED,
                scoring.total(),
                band.grade(),
                new Explanation.Finding(
                        "grade-" + band.grade(),
                        evidence.tell(() -> Grader.reason(scale, band, scoring.total(), scoring.worst())),
                        band.basis(),
                        List.of()),
                scoring.indicators(),
                band);
    }

    private Outcome combined(GradeScale.OfInputs scale) {
        Explanation.Finding finding = Combiner.combine(scale, inputs, evidence);
        String grade = Combiner.gradeOf(scale, inputs);
        return grade == null
                ? Outcome.ofState(RatingState.NOT_RATED, finding)
                : new Outcome(RatingState.RATED, null, grade, finding, List.of(), null);
    }

    private GradeAnalysis analysis(Outcome outcome, List<Explanation.Adjustment> adjustments, @Nullable String grade) {
        var effectiveFrom = horizon.sinceOr(file.asOf());
        Planner.@Nullable Plan plan = plan(grade);
        Explanation explanation = new Explanation(
                outcome.reason(),
                outcome.indicators(),
                outcome.band(),
                inputs.asked(),
                adjustments,
                plan == null ? null : plan.finding());
        BigDecimal score = outcome.score() == null ? null : outcome.score().toDecimal();
        Rating undigested = new Rating(
                subject,
                model.id(),
                model.version(),
                RatingEngine.VERSION,
                file.asOf(),
                file.knownAt(),
                outcome.state(),
                score,
                outcome.grade(),
                grade,
                SetGrade.until(adjustments),
                effectiveFrom,
                plan == null ? null : plan.perYear(),
                plan == null ? null : plan.due(),
                horizon.lastDay(),
                "");
        String digest = DigestWriter.digest(undigested, explanation, model.digest(), evidence.facts());
        return new GradeAnalysis(undigested.withDigest(digest), explanation);
    }

    private Planner.@Nullable Plan plan(@Nullable String grade) {
        if (grade != null) {
            for (Supervision supervision : model.supervision()) {
                if (Subjects.covers(supervision.sectors(), subject.sector())
                        && isIn(supervision.divisions())
                        && isInForce(supervision.frequencies().get(grade))) {
                    return new Planner(facts, evidence).plan(supervision, grade).orElse(null);
                }
            }
        }
        return null;
    }

    /** A grade without a frequency is held back by no ground: it may have a floor. */
    private boolean isInForce(Supervision.@Nullable Frequency frequency) {
        return frequency == null || horizon.isInForce(frequency.basis());
    }

    private boolean isIn(List<String> divisions) {
        return divisions.isEmpty()
                || file.describe()
                        .flatMap(values -> values.findText("division"))
                        .filter(code -> divisions.stream().anyMatch(code::startsWith))
                        .isPresent();
    }
}
