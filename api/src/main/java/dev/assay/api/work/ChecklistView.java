package dev.assay.api.work;

import dev.assay.api.rating.TextView;
import dev.assay.core.work.Checklist;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The checklist of a trade. */
public record ChecklistView(
        @Schema(description = "Its id; a result names it") String id,

        @Schema(description = "Its version; a result names it")
        String version,

        @Schema(description = "Its name") TextView title,
        @Schema(description = "The text that it rests on") String citation,

        @Schema(description = "Key items that a visit must look at, at least")
        int leastKey,

        @Schema(description = "Items that it must look at in all, at least")
        int leastItems,

        @Schema(description = "Its items, in order") List<ChecklistEntry> items) {

    /** Copies the list. */
    public ChecklistView {
        items = List.copyOf(items);
    }

    /** An item of a checklist. */
    public record ChecklistEntry(
            @Schema(description = "Its number") String id,

            @Schema(description = "Name of the part in which it stands")
            TextView part,

            @Schema(description = "Whether it is a key item")
            boolean key,

            @Schema(description = "What is looked at") TextView text,

            @Schema(description = "The article that it rests on; empty for that of the checklist")
            String citation) {}

    static ChecklistView of(Checklist checklist) {
        return new ChecklistView(
                checklist.id(),
                checklist.version(),
                TextView.of(checklist.title()),
                checklist.basis().citation(),
                checklist.least().key(),
                checklist.least().items(),
                checklist.parts().stream()
                        .flatMap(part -> part.items().stream()
                                .map(item -> new ChecklistEntry(
                                        item.id(),
                                        TextView.of(part.title()),
                                        item.key(),
                                        TextView.of(item.text()),
                                        item.basis())))
                        .toList());
    }
}
