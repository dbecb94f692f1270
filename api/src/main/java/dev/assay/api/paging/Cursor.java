package dev.assay.api.paging;

import dev.assay.api.problem.BadParameter;
import java.util.List;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A place in a long result, opaque to the one who carries it from page to page.
 *
 * @param parts the values of the result's order, none with a line feed in it
 */
public record Cursor(List<String> parts) {

    /** Copies the parts. */
    public Cursor {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a cursor.
     *
     * @param text as {@link #sealed} wrote it for the same address
     * @param size how many parts it must have
     * @param listing the listing that is asked for
     * @return the cursor
     * @throws BadParameter if it was not written by this server, or for another address
     */
    public static Cursor parse(String text, int size, Listing listing) {
        return listing.seal()
                .open(text, listing.address())
                .map(plain -> new Cursor(List.of(plain.split("\n", -1))))
                .filter(cursor -> cursor.parts.size() == size)
                .orElseThrow(() -> malformed(text));
    }

    /**
     * The cursor as it leaves the server.
     *
     * @param listing the listing in which it is a place
     * @return letters, digits, hyphens and underlines
     */
    public String sealed(Listing listing) {
        return listing.seal().close(String.join("\n", parts), listing.address());
    }

    /**
     * Reads a cursor of the listing that the present request asks for.
     *
     * @param text as {@link #sealed()} wrote it
     * @param size how many parts it must have
     * @return the cursor
     * @throws BadParameter if it was not written by this server, or for another address
     */
    public static Cursor parse(String text, int size) {
        return parse(text, size, Listing.ofRequest());
    }

    /**
     * The cursor as it leaves the server with the answer to the present request.
     *
     * @return letters, digits, hyphens and underlines
     */
    public String sealed() {
        return sealed(Listing.ofRequest());
    }

    /**
     * A listing.
     *
     * @param seal the server's seal
     * @param address the path of the request
     */
    public record Listing(CursorSeal seal, String address) {

        /** The attribute of a request that holds the server's seal. */
        public static final String SEAL = "dev.assay.cursor-seal";

        private static Listing ofRequest() {
            RequestAttributes request = RequestContextHolder.currentRequestAttributes();
            if (request.getAttribute(SEAL, RequestAttributes.SCOPE_REQUEST) instanceof CursorSeal seal
                    && request instanceof ServletRequestAttributes answered) {
                return new Listing(seal, answered.getRequest().getRequestURI());
            }
            throw new IllegalStateException("There is no seal with the request; the filters of /v1 put it there");
        }
    }

    /**
     * A part that is a number.
     *
     * @param index its place
     * @return the number
     * @throws BadParameter if it is none
     */
    public long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            throw malformed(String.join(" ", parts));
        }
    }

    private static BadParameter malformed(String text) {
        return new BadParameter(
                "cursor",
                "The cursor (%s) is not one of this server.%nMaybe take it unchanged from the last page's next link."
                        .formatted(text));
    }
}
