package dev.assay.api.paging;

import dev.assay.api.problem.BadParameter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

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
     * @param text as {@link #toString()} wrote it
     * @param size how many parts it must have
     * @return the cursor
     * @throws BadParameter if it was not written by this server
     */
    public static Cursor parse(String text, int size) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(plain.split("\n", -1)));
            if (cursor.parts.size() == size) {
                return cursor;
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through to the one answer for every cursor that is not ours.
        }
        throw malformed(text);
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
            throw malformed(toString());
        }
    }

    private static BadParameter malformed(String text) {
        return new BadParameter(
                "cursor",
                "The cursor (%s) is not one of this server.%nMaybe take it unchanged from the last page's next link."
                        .formatted(text));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
