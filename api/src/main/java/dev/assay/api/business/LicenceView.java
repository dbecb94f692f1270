package dev.assay.api.business;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A licence, as its newest decision left it. */
public record LicenceView(
        @Schema(description = "Licence number", example = "JY13206810000019")
        String number,

        @Schema(description = "Sector that it allows; null where not known") @Nullable
        String sector,

        @Schema(description = "Name of the certificate; null where not known") @Nullable
        String certificate,

        @Schema(description = "First day on which it stands; null where not known") @Nullable
        LocalDate validFrom,

        @Schema(description = "Last day on which it stands; null where not known") @Nullable
        LocalDate validTo,

        @Schema(description = "Status as its source names it; null where not known") @Nullable
        String status,

        @Schema(description = "Authority that decided; null where not known") @Nullable
        String authority) {

    /**
     * The licences in a credit file.
     *
     * @param file the file
     * @return one for each licence number, by number
     */
    public static List<LicenceView> in(CreditFile file) {
        return file
                .factsOf(FactKinds.LICENCE.name())
                .filter(fact -> fact.licence() != null
                        || fact.values().findText("number").isPresent())
                .collect(Collectors.toMap(LicenceView::number, LicenceView::of, (older, newer) -> newer, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private static String number(Fact fact) {
        return fact.licence() == null ? fact.values().findText("number").orElse("") : fact.licence();
    }

    private static LicenceView of(Fact fact) {
        Values values = fact.values();
        return new LicenceView(
                number(fact),
                values.findText("sector").orElse(null),
                values.findText("certificate").orElse(null),
                values.findDay("valid_from").orElse(null),
                values.findDay("valid_to").orElse(null),
                values.findText("status").orElse(null),
                values.findText("authority").orElse(null));
    }
}
