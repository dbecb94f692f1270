package dev.assay.api.listing;

import dev.assay.api.access.Viewer;
import dev.assay.api.paging.Cursor;
import dev.assay.api.paging.NextPage;
import dev.assay.api.paging.Slice;
import dev.assay.api.problem.NotThere;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The serious-violation list. */
@RestController
@Tag(
        name = "list",
        description = "The serious-violation list and the others. Only what persons decided and published is on them.")
class ListEntryApi {

    private final PublicList list;
    private final PartnerMeasures measures;

    ListEntryApi(PublicList list, PartnerMeasures measures) {
        this.list = list;
        this.measures = measures;
    }

    @GetMapping("/v1/list-entries")
    @Operation(summary = "The entries that stand today and that the caller may see, page by page")
    ListEntryPageView page(@ParameterObject Slice slice, @Parameter(hidden = true) Viewer viewer) {
        String cursor = slice.cursor();
        long after = cursor == null ? 0 : Cursor.parse(cursor, 1).number(0);
        Slice.Cut<ListEntryView> page = slice.cut(
                list.entries(viewer, after, slice.rows() + 1), entry -> new Cursor(List.of(Long.toString(entry.id()))));
        return new ListEntryPageView(page.rows(), page.next(), NextPage.address(page.next()));
    }

    @GetMapping("/v1/list-entries/{id}")
    @Operation(summary = "An entry that stands today, with the measures that follow from it")
    ListEntryView entry(
            @Parameter(description = "Number of the case") @PathVariable long id,
            @Parameter(hidden = true) Viewer viewer) {
        return list.find(id, viewer).orElseThrow(() -> absent(id));
    }

    @PostMapping("/v1/list-entries/{id}/measures")
    @Operation(
            summary = "What a partner did because of an entry: a measure applied from a day, or lifted",
            description =
                    "A later report of the same measure and first day takes the place of the earlier. A measure that stands in no"
                            + " catalogue in force, or does not follow from the entry's list, is refused.")
    MeasureReportListView report(
            @Parameter(description = "Number of the case") @PathVariable long id,
            @RequestBody MeasureReportEntry report,
            @Parameter(hidden = true) Viewer viewer) {
        ListEntryView entry = list.find(id, viewer).orElseThrow(() -> absent(id));
        return measures.report(entry, report, viewer);
    }

    private static NotThere absent(long id) {
        return new NotThere("No entry (%d) stands today.%nMaybe it has ended.".formatted(id));
    }
}
