package dev.assay.api.draw;

import dev.assay.api.access.Viewer;
import dev.assay.api.paging.Cursor;
import dev.assay.api.paging.NextPage;
import dev.assay.api.paging.Slice;
import dev.assay.store.draw.StoredDraw;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Random draws, and the files by which anyone can repeat them. */
@RestController
@RequestMapping("/v1/draws")
@Tag(
        name = "draws",
        description =
                "Random draws of businesses and inspectors. Outside the authority a draw is known from its commitment on, and its file from its publication on.")
class DrawApi {

    private final DrawDesk desk;

    DrawApi(DrawDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "The draws of which the caller may know, page by page, the newest first")
    DrawPageView page(@ParameterObject Slice slice, @Parameter(hidden = true) Viewer viewer) {
        String cursor = slice.cursor();
        long before = cursor == null ? Long.MAX_VALUE : Cursor.parse(cursor, 1).number(0);
        Slice.Cut<StoredDraw> page = slice.cut(
                desk.readable(viewer).stream()
                        .filter(draw -> draw.id() < before)
                        .limit(slice.rows() + 1L)
                        .toList(),
                draw -> new Cursor(List.of(Integer.toString(draw.id()))));
        return new DrawPageView(
                page.rows().stream().map(draw -> DrawView.of(draw, viewer)).toList(),
                page.next(),
                NextPage.address(page.next()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A draw: where it stands, its digest and its commitment")
    DrawView draw(
            @Parameter(description = "Number of the draw", example = "12") @PathVariable int id,
            @Parameter(hidden = true) Viewer viewer) {
        return DrawView.of(desk.getReadable(id, viewer), viewer);
    }

    @GetMapping(path = "/{id}/file", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary =
                    "The file of a draw, byte for byte (UTF-8) as `draw verify` and draw-check.py read it: the published one; to those who act for its divisions the newest, before the draw what was fixed")
    ResponseEntity<String> file(
            @Parameter(description = "Number of the draw", example = "12") @PathVariable int id,
            @Parameter(hidden = true) Viewer viewer) {
        StoredDraw draw = desk.getReadable(id, viewer);
        String text = DrawDesk.isInside(draw, viewer) ? desk.file(draw) : desk.published(id, viewer);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("draw-" + id + ".txt")
                                .build()
                                .toString())
                .body(text);
    }
}
