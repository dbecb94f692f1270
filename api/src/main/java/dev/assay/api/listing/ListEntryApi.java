package dev.assay.api.listing;

import dev.assay.api.paging.Cursor;
import dev.assay.api.paging.NextPage;
import dev.assay.api.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The serious-violation list. */
@RestController
@Tag(name = "list", description = "The serious-violation list. Only what a person confirmed is on it.")
class ListEntryApi {

    private final PublicList list;

    ListEntryApi(PublicList list) {
        this.list = list;
    }

    @GetMapping("/v1/list-entries")
    @Operation(summary = "The confirmed entries that stand today, page by page")
    ListEntryPageView page(@ParameterObject Slice slice) {
        String cursor = slice.cursor();
        long after = cursor == null ? 0 : Cursor.parse(cursor, 1).number(0);
        Slice.Cut<ListEntryView> page = slice.cut(
                list.entries(after, slice.rows() + 1), entry -> new Cursor(List.of(Long.toString(entry.id()))));
        return new ListEntryPageView(page.rows(), page.next(), NextPage.address(page.next()));
    }
}
