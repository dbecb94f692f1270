package dev.assay.batch.publish;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.JsonStringEncoder;

/** A text as JSON writes it. */
final class JsonText {

    private JsonText() {}

    /** The text in quotes, escaped only where JSON demands it, in UTF-8. */
    static byte[] quoted(String text) {
        return ("\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
