package dev.assay.batch.reading;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts that the cells of a workbook share. They lie in a temporary file that is mapped, and only their places in memory, so that a sheet of a
 * million rows with ten texts each needs no more of the heap than eight bytes a text.
 */
final class SharedStrings implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Arena arena = Arena.ofShared();
    private final Path file;
    private final MemorySegment texts;
    private final long[] ends;
    private final int count;

    private SharedStrings(Path file, long[] ends, int count) throws IOException {
        this.file = file;
        this.ends = ends;
        this.count = count;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            this.texts = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    static SharedStrings none() throws IOException {
        return new SharedStrings(Files.createTempFile("assay-", ".strings"), new long[0], 0);
    }

    /** Reads the part that holds them. */
    static SharedStrings read(InputStream in) throws IOException, XMLStreamException {
        Path file = Files.createTempFile("assay-", ".strings");
        try {
            Writing writing = new Writing();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                writing.writeAll(XmlInput.reader(in), out);
            }
            return new SharedStrings(file, writing.ends, writing.count);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** From the part to the temporary file. */
    private static final class Writing {
        private long[] ends = new long[1024];
        private int count;
        private long end;

        void writeAll(XMLStreamReader reader, OutputStream out) throws IOException, XMLStreamException {
            while (reader.hasNext()) {
                if (XmlInput.next(reader) == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("si")) {
                    byte[] text = CellText.text(RichText.read(reader)).getBytes(StandardCharsets.UTF_8);
                    out.write(text);
                    end += text.length;
                    ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
                    ends[count] = end;
                    count++;
                }
            }
        }
    }

    /** A text by its number, from 0; empty if there is none of this number. */
    Optional<String> find(int number) {
        if (number < 0 || number >= count) {
            return Optional.empty();
        }
        long start = number == 0 ? 0 : ends[number - 1];
        byte[] text = texts.asSlice(start, ends[number] - start).toArray(ValueLayout.JAVA_BYTE);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        arena.close();
        Files.deleteIfExists(file);
    }
}
