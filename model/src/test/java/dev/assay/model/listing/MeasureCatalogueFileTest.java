package dev.assay.model.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.listing.ListEdition;
import dev.assay.core.listing.MeasureCatalogue;
import dev.assay.core.listing.MeasureCatalogue.Measure;
import dev.assay.model.config.ConfigFiles;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureCatalogueFileTest {

    private final List<MeasureCatalogue> catalogues = MeasureCatalogueFile.load(ConfigFiles.packaged());

    @Test
    void anEntryDrawsMeasuresOfTheEditionInForceAloneAndNoneBetweenEditions() {
        List<String> groups = List.of("joint-punishment");
        assertThat(MeasureCatalogue.following(catalogues, groups, LocalDate.of(2020, 1, 1)))
                .extracting(Measure::id)
                .allMatch(id -> id.startsWith("M16"));
        assertThat(MeasureCatalogue.following(catalogues, groups, LocalDate.of(2026, 11, 22)))
                .extracting(Measure::id)
                .contains("JP-01", "JP-10")
                .noneMatch(id -> id.startsWith("M16"));
        assertThat(MeasureCatalogue.following(catalogues, groups, LocalDate.of(2023, 1, 1)))
                .isEmpty();
    }

    @Test
    void everyGroupThatAListCallsForHasMeasures() {
        for (ListEdition edition : ListEditionFile.load(ConfigFiles.packaged())) {
            for (String group : edition.measures()) {
                assertThat(MeasureCatalogue.following(catalogues, List.of(group), LocalDate.of(2026, 11, 22)))
                        .as(edition.edition() + " " + group)
                        .isNotEmpty();
            }
        }
    }
}
