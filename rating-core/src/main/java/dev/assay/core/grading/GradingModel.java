package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.sampling.SamplingTerms;
import dev.assay.core.text.Bilingual;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled model: the rules of one scheme, every name in them resolved. After this stage no look-up can fail.
 *
 * @param header what the model is
 * @param digest hexadecimal SHA-256 of the model's text and of everything that it draws in
 * @param states the rules that give a state, in the order in which they are tried
 * @param quality the least that a file must hold, in the order in which it is asked
 * @param newcomers how newcomers are graded; null where the model has no such rule
 * @param indicators the indicators, in the order of the explanation
 * @param gradeScale how the score becomes a grade
 * @param inputs the models on whose results this one builds
 * @param adjustments raising and lowering, in the order in which they are tried
 * @param vetoes what fixes a grade whatever else is found
 * @param supervision what grades mean for inspections, the first that fits a subject; empty where the model sets no frequency
 * @param listing the grade from which on a subject is looked at for a list; null where the model names none
 * @param samplingTerms the terms by which the state of a failed sample is found, in their editions
 */
public record GradingModel(
        Header header,
        String digest,
        List<StateRule> states,
        List<QualityDemand> quality,
        @Nullable Newcomers newcomers,
        List<IndicatorRule> indicators,
        GradeScale gradeScale,
        List<ModelInput> inputs,
        List<AdjustmentRule> adjustments,
        List<VetoRule> vetoes,
        List<Supervision> supervision,
        @Nullable ListingThreshold listing,
        List<SamplingTerms> samplingTerms) {

    /** Copies the lists. */
    public GradingModel {
        states = List.copyOf(states);
        quality = List.copyOf(quality);
        indicators = List.copyOf(indicators);
        inputs = List.copyOf(inputs);
        adjustments = List.copyOf(adjustments);
        vetoes = List.copyOf(vetoes);
        supervision = List.copyOf(supervision);
        samplingTerms = List.copyOf(samplingTerms);
    }

    /**
     * What a model is.
     *
     * @param id the id by which commands name it
     * @param version the version that its file names
     * @param title its name
     * @param scope what it grades
     * @param visibility who may see its grades
     * @param direction what a high score means
     * @param grades its grades, from best to worst
     * @param identities the schemes of the principal identities of the businesses that it covers, such as {@code fhrs}; empty for all
     * @param sectors the sectors that it covers; empty for all
     * @param basis the law that it carries out; outside its days nothing is rated
     */
    public record Header(
            String id,
            String version,
            Bilingual title,
            Scope scope,
            Visibility visibility,
            Direction direction,
            List<String> grades,
            Set<String> identities,
            Set<Sector> sectors,
            Basis basis) {

        /** Copies the collections. */
        public Header {
            grades = List.copyOf(grades);
            identities = Set.copyOf(identities);
            sectors = Set.copyOf(sectors);
        }
    }

    /**
     * The model's id.
     *
     * @return such as {@code uk-fhrs}
     */
    public String id() {
        return header.id();
    }

    /**
     * The model's version.
     *
     * @return as its file names it
     */
    public String version() {
        return header.version();
    }

    /**
     * The model's name.
     *
     * @return its name for people
     */
    public Bilingual title() {
        return header.title();
    }

    /**
     * What the model grades.
     *
     * @return businesses or licences
     */
    public Scope scope() {
        return header.scope();
    }

    /**
     * Who may see the model's grades.
     *
     * @return the widest circle
     */
    public Visibility visibility() {
        return header.visibility();
    }

    /**
     * What a high score means.
     *
     * @return the direction
     */
    public Direction direction() {
        return header.direction();
    }

    /**
     * The model's grades.
     *
     * @return from best to worst
     */
    public List<String> grades() {
        return header.grades();
    }

    /**
     * Whom the model grades in a credit file: the business itself if it has a description; or each licence of a sector that the
     * model covers, by its newest licence fact, in the order of their numbers.
     *
     * @param file the credit file
     * @return the subjects, perhaps none
     */
    public List<Subject> subjects(CreditFile file) {
        return Subjects.of(file, header);
    }
}
