package dev.assay.model.draw;

import dev.assay.core.draw.DrawnClass;
import dev.assay.core.grading.Visibility;
import dev.assay.core.text.Bilingual;
import java.util.List;
import java.util.Map;

/**
 * What is drawn at random, and in which proportion.
 *
 * @param id its id
 * @param title its name
 * @param authority who draws
 * @param model the model whose grades are the classes
 * @param visibility who may see a draw by it once it is published
 * @param divisions beginnings of the codes of the divisions that it covers; empty for all
 * @param sectors codes of the sectors that it covers; empty for all
 * @param departments the departments that draw together, each with the sectors that it inspects; an empty list for all
 * @param inspectors inspectors of each department for a business
 * @param classes the ratios by grade or state, or that of {@link #ALL}
 * @param repeatMonths months within which nobody is inspected again; 0 for none
 * @param publicValue the public value that will be mixed in, named for whoever names no other
 */
public record DrawPlan(
        String id,
        Bilingual title,
        String authority,
        String model,
        Visibility visibility,
        List<String> divisions,
        List<String> sectors,
        Map<String, List<String>> departments,
        int inspectors,
        List<DrawnClass> classes,
        int repeatMonths,
        String publicValue) {

    /** The one class of a draw that does not look at grades. */
    public static final String ALL = "*";

    /** Copies the collections. */
    public DrawPlan {
        divisions = List.copyOf(divisions);
        sectors = List.copyOf(sectors);
        departments = Map.copyOf(departments);
        classes = List.copyOf(classes);
    }

    /**
     * Whether grades decide who is drawn.
     *
     * @return false where all are one class
     */
    public boolean isByGrade() {
        return classes.stream().noneMatch(one -> one.name().equals(ALL));
    }
}
