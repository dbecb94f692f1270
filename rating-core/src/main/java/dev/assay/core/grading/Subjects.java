package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.IdentitySchemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Finds whom a model grades in a credit file. */
final class Subjects {

    private Subjects() {}

    static List<Subject> of(CreditFile file, GradingModel.Header header) {
        if (!header.identities().isEmpty()
                && !header.identities().contains(file.business().scheme())) {
            return List.of();
        }
        return switch (header.scope()) {
            case BUSINESS ->
                file
                        .describe()
                        .map(values -> new Subject(file.business(), file.business(), sectorOf(values)))
                        .filter(subject -> covers(header.sectors(), subject.sector()))
                        .stream()
                        .toList();
            case LICENCE -> licences(file, header.sectors());
        };
    }

    private static List<Subject> licences(CreditFile file, Set<Sector> sectors) {
        Map<String, Sector> found = Map.of();
        for (Fact fact : file.facts()) {
            if (fact.kind().equals(FactKinds.LICENCE.name())) {
                String number = fact.licence() == null
                        ? fact.values().findText("number").orElse("")
                        : Objects.requireNonNull(fact.licence());
                if (!number.isBlank()) {
                    // Most have one licence: nothing to put in order.
                    found = found.isEmpty() ? Map.of(number, sectorOf(fact.values())) : with(found, number, fact);
                }
            }
        }
        List<Subject> subjects = new ArrayList<>(found.size());
        found.forEach((number, sector) -> {
            if (covers(sectors, sector)) {
                subjects.add(new Subject(file.business(), new Identity(IdentitySchemes.FOOD_LICENCE, number), sector));
            }
        });
        return List.copyOf(subjects);
    }

    private static Map<String, Sector> with(Map<String, Sector> found, String number, Fact licence) {
        Map<String, Sector> more = new TreeMap<>(found);
        more.put(number, sectorOf(licence.values()));
        return more;
    }

    static boolean covers(Set<Sector> sectors, Sector sector) {
        return sectors.isEmpty() || sectors.contains(sector);
    }

    private static Sector sectorOf(Values values) {
        return values.findText("sector").flatMap(Sector::findByCode).orElse(Sector.OTHER);
    }
}
