package dev.assay.core.draw;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of texts by their bytes in UTF-8, which every language can repeat; that of Java's own strings is another beyond U+FFFF. */
final class Bytes {

    static final Comparator<String> ORDER = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private Bytes() {}
}
