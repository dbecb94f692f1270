package dev.assay.core.grading;

import dev.assay.core.creditfile.CreditFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the input models say of a subject. Each is asked once, and only if a rule reads it. */
final class InputRatings {

    private final CreditFile file;
    private final Subject subject;
    private final List<ModelInput> inputs;
    private final Horizon horizon;
    private final boolean telling;
    private final @Nullable Answer[] answers;

    InputRatings(CreditFile file, Subject subject, List<ModelInput> inputs, Horizon horizon, boolean telling) {
        this.file = file;
        this.subject = subject;
        this.inputs = inputs;
        this.horizon = horizon;
        this.telling = telling;
        this.answers = new @Nullable Answer[inputs.size()];
    }

    /** Whether a model grades the subject at all, and what it says. */
    private record Answer(Optional<GradeAnalysis> analysis) {}

    /** The rating by an input model; empty where that model does not grade the subject. */
    Optional<GradeAnalysis> find(ModelInput input) {
        Answer answer = answers[input.index()];
        if (answer == null) {
            answer = new Answer(ask(input.model()));
            answers[input.index()] = answer;
        }
        return answer.analysis();
    }

    /** The grade by an input model; empty where there is none. */
    Optional<String> findGrade(ModelInput input) {
        return find(input)
                .flatMap(analysis -> Optional.ofNullable(analysis.rating().grade()));
    }

    /** What was asked for, in the order of the model's inputs. */
    List<Explanation.Input> asked() {
        List<Explanation.Input> asked = new ArrayList<>();
        for (ModelInput input : inputs) {
            Answer answer = answers[input.index()];
            if (answer != null && answer.analysis().isPresent()) {
                asked.add(new Explanation.Input(
                        input.id(), input.model().title(), answer.analysis().get()));
            }
        }
        return asked;
    }

    private Optional<GradeAnalysis> ask(GradingModel model) {
        Optional<GradeAnalysis> worst = Optional.empty();
        for (Subject candidate : model.subjects(file)) {
            if (candidate.isBusiness()
                    || subject.isBusiness()
                    || candidate.identity().equals(subject.identity())) {
                Assessment assessment = new Assessment(file, candidate, model, telling);
                GradeAnalysis analysis = assessment.analyse();
                horizon.add(assessment.horizon());
                worst = worst.isEmpty() || place(model, analysis) > place(model, worst.get())
                        ? Optional.of(analysis)
                        : worst;
            }
        }
        return worst;
    }

    /** Worse grades stand further back; what has no grade stands before all. */
    private static int place(GradingModel model, GradeAnalysis analysis) {
        String grade = analysis.rating().grade();
        return grade == null ? -1 : model.grades().indexOf(grade);
    }
}
