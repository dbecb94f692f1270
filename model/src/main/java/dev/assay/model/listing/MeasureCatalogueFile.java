package dev.assay.model.listing;

import static dev.assay.model.config.BasisEntries.bilingual;

import dev.assay.core.listing.MeasureCatalogue;
import dev.assay.core.listing.MeasureCatalogue.Measure;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the catalogues of measures from those files of {@code config/measures} that have the key {@code catalogue}. */
public final class MeasureCatalogueFile {

    private static final List<String> SUBJECTS = List.of("organisation", "individual-business", "person");

    private MeasureCatalogueFile() {}

    /**
     * All editions of a configuration.
     *
     * @param config the configuration
     * @return them, in the order of their file names
     * @throws FaultyConfigException if a file has faults
     */
    public static List<MeasureCatalogue> load(ConfigFiles config) {
        return config.list("measures").stream()
                .filter(file -> YamlMap.parse(file, new ArrayList<>()).has("catalogue"))
                .map(MeasureCatalogueFile::parse)
                .toList();
    }

    /**
     * Reads one edition.
     *
     * @param file the file
     * @return the catalogue
     * @throws FaultyConfigException with all the faults of the file
     */
    public static MeasureCatalogue parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries basis = BasisEntries.read(top);
        Set<String> ids = new HashSet<>();
        MeasureCatalogue catalogue = new MeasureCatalogue(
                top.text("catalogue"),
                bilingual(top, "title"),
                top.day("valid_from"),
                top.findDay("valid_to").orElse(null),
                top.maps("measures").stream()
                        .map(map -> measure(map, basis, ids))
                        .toList());
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return catalogue;
    }

    private static Measure measure(YamlMap map, BasisEntries basis, Set<String> ids) {
        String id = map.text("id");
        if (!ids.add(id)) {
            map.fault("id", "The id (%s) is taken.".formatted(id), "Maybe give each measure an id of its own.");
        }
        List<String> subjects = map.texts("subjects");
        subjects.stream()
                .filter(subject -> !SUBJECTS.contains(subject))
                .forEach(subject -> map.fault(
                        "subjects",
                        "(%s) is no kind of subject.".formatted(subject),
                        "Maybe one of %s.".formatted(String.join(", ", SUBJECTS))));
        return new Measure(
                id,
                bilingual(map, "title"),
                map.text("group"),
                map.oneOf("category", List.of("duty", "management", "market")),
                bilingual(map, "agency"),
                subjects,
                basis.cited(map));
    }
}
