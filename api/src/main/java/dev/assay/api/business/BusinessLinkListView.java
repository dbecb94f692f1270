package dev.assay.api.business;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The merges that a business took part in. */
public record BusinessLinkListView(
        @Schema(description = "The newest first") List<BusinessLinkView> links) {

    /** Copies the list. */
    public BusinessLinkListView {
        links = List.copyOf(links);
    }
}
