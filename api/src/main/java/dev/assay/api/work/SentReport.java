package dev.assay.api.work;

import dev.assay.core.fact.Values;
import dev.assay.store.fact.FactJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The report of a visit as a program sends it. What is missing is told with all else that is wrong with it, by the checks that reports of devices
 * pass.
 */
record SentReport(
        @Schema(description = "The day of the visit, YYYY-MM-DD", example = "2026-11-23") @Nullable
        String day,

        @Schema(description = "Id of the checklist by which it was made", example = "cn-catering-2016") @Nullable
        String checklist,

        @Schema(description = "Its version", example = "1") @Nullable
        String version,

        @Schema(description = "What was found, item by item") @Nullable
        List<@Nullable SentFinding> findings,

        @Schema(
                description =
                        "What follows at once: NONE where no item failed, else CORRECTED, ORDERED or INVESTIGATED",
                example = "ORDERED")
        @Nullable
        String consequence,

        @Schema(description = "In words; at most 2000 characters") @Nullable
        String remark) {

    /** What was found of an item. */
    record SentFinding(
            @Schema(description = "Number of the item", example = "3.2") @Nullable
            String item,

            @Schema(description = "CONFORMS, FAILS, GAP (a reasonable one) or NOT_APPLICABLE", example = "FAILS")
            @Nullable
            String mark,

            @Schema(description = "In words, at most 500 characters; must be there where it fails or is a gap")
            @Nullable
            String note) {

        private static final SentFinding NOTHING = new SentFinding(null, null, null);

        private Values values() {
            return told("item", item, "mark", mark, "note", note);
        }
    }

    /** As devices send it. */
    String json() {
        Map<String, Object> fields = new HashMap<>(told(
                        "day",
                        day,
                        "checklist",
                        checklist,
                        "version",
                        version,
                        "consequence",
                        consequence,
                        "remark",
                        remark)
                .fields());
        fields.put(
                "findings",
                findings == null
                        ? List.of()
                        : findings.stream()
                                .map(finding -> Objects.requireNonNullElse(finding, SentFinding.NOTHING))
                                .map(SentFinding::values)
                                .toList());
        return FactJson.write(Values.of(fields));
    }

    /** Names and texts by turns; what is null is not told. */
    private static Values told(@Nullable String... pairs) {
        Map<String, Object> fields = new HashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            String name = pairs[at];
            String text = pairs[at + 1];
            if (name != null && text != null) {
                fields.put(name, text);
            }
        }
        return Values.of(fields);
    }
}
