package dev.assay.batch.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The content of a file that should be text. What its first bytes say plainly is said to the user, rather than what follows from it. */
final class TextContent {

    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int START = 4;

    private TextContent() {}

    /**
     * Opens the content.
     *
     * @throws FileRefusedException if it begins like a workbook, a zip in a zip, UTF-16, or UTF-8 where another encoding is declared
     */
    static InputStream open(SourceFile file, Charset charset) throws IOException {
        InputStream in = file.open();
        try {
            refuse(file, charset, Signature.of(in));
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The same as characters; bytes that are malformed end in a {@link java.nio.charset.CharacterCodingException}. */
    static Reader reader(SourceFile file, Charset charset) throws IOException {
        InputStream in = open(file, charset);
        in.mark(START);
        byte[] start = in.readNBytes(START);
        in.reset();
        if (Signature.isUtf8Mark(start)) {
            in.skipNBytes(Signature.UTF_8_MARK_LENGTH);
        }
        return new InputStreamReader(in, charset.newDecoder());
    }

    private static void refuse(SourceFile file, Charset charset, Signature signature) {
        switch (signature) {
            case ZIP ->
                throw format(
                        file,
                        "a zip or an Excel workbook",
                        "Maybe set format: {type: xlsx} in the feed, or unpack it.");
            case OLD_OFFICE -> throw format(file, "an old or encrypted Excel workbook", Signature.SAVE_ANEW);
            case UTF_16 ->
                throw new FileRefusedException(
                        FileFault.ENCODING,
                        "The file (" + file.path() + ") is UTF-16.",
                        "Maybe save it as UTF-8, or convert it with iconv -f UTF-16 -t UTF-8.");
            case UTF_8_MARK -> {
                if (!charset.equals(StandardCharsets.UTF_8)) {
                    throw new FileRefusedException(
                            FileFault.ENCODING,
                            "The file (%s) is UTF-8 by its first bytes, and not %s as its feed declares."
                                    .formatted(file.path(), charset.name()),
                            "Maybe set format: {encoding: detect} in the feed.");
                }
            }
            case NONE -> {
                // Nothing speaks against it.
            }
        }
    }

    private static FileRefusedException format(SourceFile file, String what, String remedy) {
        return new FileRefusedException(
                FileFault.FORMAT, "The file (%s) is %s and no text.".formatted(file.path(), what), remedy);
    }
}
