package dev.assay.batch.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What speaks for each encoding in the bytes of a whole file. UTF-8 and GB 18030 are judged by how many of their sequences are well-formed, and
 * GB 18030 also by how many stand in the zone of GB 2312, where nearly every character of a Chinese text does: accented letters of Latin 1 before
 * plain ones are well-formed there too, but outside that zone. ISO 8859-1 fits any bytes and is what remains.
 */
final class EncodingEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(EncodingEvidence.class);

    /** Some rows of a file may be damaged; a file in another encoding has far more sequences that do not fit. */
    private static final int FITTING_FOR_EACH_MISFIT = 20;

    /** Names have characters that GB 2312 lacks, but few. */
    private static final int FITTING_FOR_EACH_OUTSIDE = 10;

    private static final int BUFFER = 1 << 16;

    private final Utf8Count utf8 = new Utf8Count();
    private final Gb18030Count gb18030 = new Gb18030Count();
    private boolean marked;
    private long high;
    private long zeros;

    private EncodingEvidence() {}

    /**
     * Judges a file, and says in the log what the judgement rests on.
     *
     * @throws FileRefusedException if it is no text in any of these encodings
     */
    static Charset detect(SourceFile file) throws IOException {
        EncodingEvidence evidence = new EncodingEvidence();
        try (InputStream in = TextContent.open(file, StandardCharsets.UTF_8)) {
            evidence.marked = Signature.of(in) == Signature.UTF_8_MARK;
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                evidence.count(buffer, length);
            }
        }
        evidence.utf8.end();
        evidence.gb18030.end();
        if (evidence.zeros > 0) {
            throw new FileRefusedException(
                    FileFault.ENCODING,
                    "The file (%s) is no text: it holds %,d zero bytes.".formatted(file.path(), evidence.zeros),
                    "Maybe it is UTF-16, or of another format than its feed says.");
        }
        Charset charset = evidence.charset();
        LOG.info("The encoding of ({}) is taken as {}: {}.", file.path(), charset.name(), evidence);
        return charset;
    }

    private void count(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            high += b >>> 7;
            zeros += b == 0 ? 1 : 0;
            utf8.next(b);
            gb18030.next(b);
        }
    }

    private Charset charset() {
        if (marked || high == 0 || utf8.misfits() * FITTING_FOR_EACH_MISFIT <= utf8.fits()) {
            return StandardCharsets.UTF_8;
        }
        boolean chinese = gb18030.misfits() * FITTING_FOR_EACH_MISFIT <= gb18030.fits()
                && gb18030.outsideGb2312() * FITTING_FOR_EACH_OUTSIDE <= gb18030.fits();
        return chinese ? TextContent.GB18030 : StandardCharsets.ISO_8859_1;
    }

    @Override
    public String toString() {
        if (marked) {
            return "it begins with the byte-order mark of UTF-8";
        }
        return high == 0
                ? "every byte is ASCII"
                : "%,d bytes are not ASCII; as UTF-8 %,d sequences fit and %,d do not; as GB18030 %,d fit, %,d of them outside GB 2312, and %,d do not"
                        .formatted(
                                high,
                                utf8.fits(),
                                utf8.misfits(),
                                gb18030.fits(),
                                gb18030.outsideGb2312(),
                                gb18030.misfits());
    }
}
