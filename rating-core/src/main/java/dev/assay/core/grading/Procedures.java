package dev.assay.core.grading;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.sampling.SamplingCourse;
import dev.assay.core.sampling.SamplingCourses;
import dev.assay.core.sampling.SamplingTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file as models see it: failed samples with the state of their procedure, and without what is in the sealed archive. */
final class Procedures {

    private Procedures() {}

    /** Notes on the horizon the days on which a state turns though nothing happens. */
    static List<Fact> apply(CreditFile file, List<SamplingTerms> terms, Horizon horizon) {
        if (!hasSteps(file.facts())) {
            return file.facts();
        }
        SealedArchive sealed = SealedArchive.of(file.facts());
        Map<Long, SamplingCourse> courses = SamplingCourses.of(file.facts(), terms, file.asOf());
        List<Fact> facts = new ArrayList<>(file.facts().size());
        for (Fact fact : file.facts()) {
            SamplingCourse course = courses.get(fact.id());
            if (course != null) {
                LocalDate turnsOn = course.turnsOn();
                if (turnsOn != null) {
                    horizon.turnsOn(turnsOn);
                }
            }
            if (!sealed.contains(fact) && !SamplingCourses.isOverturned(course)) {
                facts.add(course == null ? fact : withState(fact, course));
            }
        }
        return facts;
    }

    private static boolean hasSteps(List<Fact> facts) {
        for (Fact fact : facts) {
            if (isStep(fact)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStep(Fact fact) {
        return fact.kind().equals(FactKinds.SAMPLING_STEP.name()) || fact.kind().equals(FactKinds.PENALTY_STEP.name());
    }

    private static Fact withState(Fact fact, SamplingCourse course) {
        Map<String, Object> fields = new TreeMap<>(fact.values().fields());
        fields.put(SamplingCourses.STATE, course.state().code());
        return new Fact(
                fact.id(),
                fact.kind(),
                fact.licence(),
                fact.occurredOn(),
                fact.knownOn(),
                fact.recordedAt(),
                fact.source(),
                Values.of(fields));
    }
}
