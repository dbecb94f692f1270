package dev.assay.core.sampling;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.sampling.SamplingState.Overturned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The courses of the failed samples of a file. */
public final class SamplingCourses {

    /** The field of a failed sample in which models find the state of its procedure. */
    public static final String STATE = "state";

    private SamplingCourses() {}

    /**
     * Follows every failed sample of which a step is known. One of which none is known is what its authority published, and has no course.
     *
     * @param facts the facts of one business
     * @param terms the editions of the terms
     * @param asOf the day up to which to follow them
     * @return the courses by the failure's number in the store
     */
    public static Map<Long, SamplingCourse> of(List<Fact> facts, List<SamplingTerms> terms, LocalDate asOf) {
        Map<Long, SamplingCourse> courses = new HashMap<>();
        List<Fact> steps = facts.stream()
                .filter(fact -> fact.kind().equals(FactKinds.SAMPLING_STEP.name()))
                .toList();
        if (steps.isEmpty()) {
            return courses;
        }
        for (Fact failure : facts) {
            if (failure.kind().equals(FactKinds.SAMPLING_RESULT.name())) {
                List<SamplingStep> own = stepsOf(failure, steps);
                Optional<SamplingTerms> edition = findEdition(terms, failure.occurredOn());
                if (!own.isEmpty() && edition.isPresent()) {
                    courses.put(failure.id(), SamplingCourse.of(failure.occurredOn(), own, edition.get(), asOf));
                }
            }
        }
        return courses;
    }

    /**
     * Whether a failure does not hold.
     *
     * @param course its course; null where it has none
     * @return true if it was overturned
     */
    public static boolean isOverturned(@Nullable SamplingCourse course) {
        return course != null && course.state() instanceof Overturned;
    }

    /** The edition in force on the day of the report; before the first edition the first, for want of a better one. */
    private static Optional<SamplingTerms> findEdition(List<SamplingTerms> terms, LocalDate day) {
        List<SamplingTerms> oldestFirst = terms.stream()
                .sorted(Comparator.comparing(SamplingTerms::validFrom))
                .toList();
        return oldestFirst.stream()
                .filter(edition -> !edition.validFrom().isAfter(day))
                .reduce((older, newer) -> newer)
                .or(() -> oldestFirst.stream().findFirst());
    }

    private static List<SamplingStep> stepsOf(Fact failure, List<Fact> steps) {
        List<SamplingStep> own = new ArrayList<>();
        for (Fact step : steps) {
            if (belongs(step.values(), failure.values())) {
                step.values()
                        .findText("step")
                        .flatMap(SamplingStep.Kind::find)
                        .ifPresent(kind -> own.add(new SamplingStep(kind, step.occurredOn())));
            }
        }
        return own;
    }

    private static boolean belongs(Values step, Values failure) {
        Optional<String> number = step.findText("sample_no");
        if (number.isPresent()) {
            return number.equals(failure.findText("sample_no"));
        }
        Optional<String> product = step.findText("product");
        Optional<String> batch = step.findText("batch");
        return product.isPresent()
                && batch.isPresent()
                && product.equals(failure.findText("product"))
                && batch.equals(failure.findText("batch"));
    }
}
