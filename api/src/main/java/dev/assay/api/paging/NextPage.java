package dev.assay.api.paging;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of the page after the one that is answered. */
public final class NextPage {

    private NextPage() {}

    /**
     * The request's own address with another cursor.
     *
     * @param cursor the next page's cursor; null on the last page
     * @return path and query, without host; null on the last page
     */
    public static @Nullable String address(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("cursor", cursor)
                .build()
                .toUriString();
    }
}
