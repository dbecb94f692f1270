package dev.assay.core.draw;

import dev.assay.core.publication.Sha256;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All on which a draw depends but the seed and the public value, fixed before either is known. Lists are in the order of the file.
 *
 * @param head what the draw is
 * @param departments the departments that draw together, in order, at least one
 * @param classes the ratios, by name of the class
 * @param inspectors who can be drawn, by id
 * @param businesses the population, by id
 * @param excluded who is left out, and why, by id
 * @param conflicts inspectors by the businesses that they may not inspect
 */
public record DrawFile(
        Head head,
        List<String> departments,
        List<DrawnClass> classes,
        List<DrawnInspector> inspectors,
        List<DrawnBusiness> businesses,
        List<Excluded> excluded,
        Map<String, Set<String>> conflicts) {

    /**
     * What a draw is.
     *
     * @param id its id
     * @param title its name
     * @param authority who draws
     * @param asOf the day whose population it is
     * @param publicValue the future value that will be mixed in, named so that nobody can choose another, and how it is written
     * @param perBusiness inspectors of each department for a business, at least 1
     */
    public record Head(
            String id, String title, String authority, LocalDate asOf, String publicValue, int perBusiness) {}

    /**
     * A business that is left out.
     *
     * @param business the business
     * @param reason why
     */
    public record Excluded(DrawnBusiness business, String reason) {}

    /** Puts everything in the order of the file. */
    public DrawFile {
        departments = List.copyOf(new TreeSet<>(departments));
        classes = classes.stream()
                .sorted(Comparator.comparing(DrawnClass::name, Bytes.ORDER))
                .toList();
        inspectors = inspectors.stream()
                .sorted(Comparator.comparing(DrawnInspector::id, Bytes.ORDER))
                .toList();
        businesses = businesses.stream()
                .sorted(Comparator.comparing(DrawnBusiness::id, Bytes.ORDER))
                .toList();
        excluded = excluded.stream()
                .sorted(Comparator.comparing(one -> one.business().id(), Bytes.ORDER))
                .toList();
        Map<String, Set<String>> ordered = new TreeMap<>(Bytes.ORDER);
        conflicts.forEach((business, barred) -> ordered.put(business, Set.copyOf(barred)));
        conflicts = Collections.unmodifiableMap(ordered);
    }

    /**
     * The file's digest: what is published before the draw.
     *
     * @return SHA-256 of its text, 64 hexadecimal digits
     */
    public String digest() {
        return Sha256.of(DrawText.write(this));
    }

    /**
     * Whether somebody may be sent to a business.
     *
     * @param inspector the inspector
     * @param business the business
     * @param department the department that sends somebody
     * @return true if nothing is against it
     */
    public boolean mayInspect(DrawnInspector inspector, DrawnBusiness business, String department) {
        return inspector.fits(business, department)
                && !conflicts.getOrDefault(business.id(), Set.of()).contains(inspector.id());
    }
}
