package dev.assay.core.listing;

import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dated catalogue of joint punishment measures 联合惩戒措施, or of incentives. What stands in no catalogue that is in force may not be done
 * (国办发〔2020〕49号), so that measures of an edition that has ended follow from nothing.
 *
 * @param edition the edition's id
 * @param title its name
 * @param validFrom the first day on which it is in force
 * @param validTo the last day, or null if no end is known
 * @param measures its measures
 */
public record MeasureCatalogue(
        String edition,
        Bilingual title,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<Measure> measures) {

    /** Copies the list. */
    public MeasureCatalogue {
        measures = List.copyOf(measures);
    }

    /**
     * A measure.
     *
     * @param id its id, never used again for another
     * @param title what is done
     * @param group the group by which lists call for it
     * @param category who may do it: {@code duty} of public bodies by law, {@code management} by public bodies, {@code market} of others' own will
     * @param agency who does it
     * @param subjects whom it can strike: {@code organisation}, {@code individual-business}, {@code person}
     * @param basis its legal ground
     */
    public record Measure(
            String id,
            Bilingual title,
            String group,
            String category,
            Bilingual agency,
            List<String> subjects,
            Basis basis) {

        /** Copies the list. */
        public Measure {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * Whether the edition is in force on a day.
     *
     * @param day the day
     * @return true from {@code validFrom} to {@code validTo}, both included
     */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /**
     * The measures that follow from an entry on a day.
     *
     * @param catalogues all editions
     * @param groups the groups that the entry's list calls for
     * @param day the day
     * @return the measures of the editions in force, each of a ground in force
     */
    public static List<Measure> following(List<MeasureCatalogue> catalogues, List<String> groups, LocalDate day) {
        return catalogues.stream()
                .filter(catalogue -> catalogue.isInForce(day))
                .flatMap(catalogue -> catalogue.measures.stream())
                .filter(measure -> groups.contains(measure.group) && measure.basis.isInForce(day))
                .toList();
    }

    /**
     * A measure by id, of whatever edition.
     *
     * @param catalogues all editions
     * @param id the id
     * @return the measure; empty if no edition has it
     */
    public static Optional<Measure> find(List<MeasureCatalogue> catalogues, String id) {
        return catalogues.stream()
                .flatMap(catalogue -> catalogue.measures.stream())
                .filter(measure -> measure.id.equals(id))
                .findFirst();
    }
}
