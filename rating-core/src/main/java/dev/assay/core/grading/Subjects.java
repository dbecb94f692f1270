package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.IdentitySchemes;
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
        Map<String, Sector> found = new TreeMap<>();
        for (Fact fact : file.facts()) {
            if (fact.kind().equals(FactKinds.LICENCE.name())) {
                String number = fact.licence() == null
                        ? fact.values().findText("number").orElse("")
                        : Objects.requireNonNull(fact.licence());
                if (!number.isBlank()) {
                    found.put(number, sectorOf(fact.values()));
                }
            }
        }
        return found.entrySet().stream()
                .filter(licence -> covers(sectors, licence.getValue()))
                .map(licence -> new Subject(
                        file.business(),
                        new Identity(IdentitySchemes.FOOD_LICENCE, licence.getKey()),
                        licence.getValue()))
                .toList();
    }

    static boolean covers(Set<Sector> sectors, Sector sector) {
        return sectors.isEmpty() || sectors.contains(sector);
    }

    private static Sector sectorOf(Values values) {
        return values.findText("sector").flatMap(Sector::findByCode).orElse(Sector.OTHER);
    }
}
