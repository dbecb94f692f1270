package dev.assay.batch.reading;

import dev.assay.batch.feed.FileFormat;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.reading.ColumnPaths.Path;
import dev.assay.model.config.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The elements of one name in an XML document. Namespaces are ignored: local names count. */
final class XmlRows implements PathRows {

    private static final int MOST_NAMED = 50;
    private static final char REPLACEMENT = '\uFFFD';

    /** Encodings in which the parser itself refuses malformed bytes; Java's own decoders replace them. */
    private static final Set<String> STRICT =
            Set.of("utf-8", "iso-8859-1", "us-ascii", "utf-16", "utf-16le", "utf-16be");

    private final SourceFile file;
    private final FileFormat.Xml format;
    private final ColumnPaths paths;
    private final Survey survey;
    private final InputStream in;
    private final XMLStreamReader reader;
    private final Set<String> others = new LinkedHashSet<>();
    private final @Nullable String lenientEncoding;
    private long number;

    private XmlRows(SourceFile file, FileFormat.Xml format, ColumnPaths paths, Survey survey, InputStream in)
            throws XMLStreamException {
        this.file = file;
        this.format = format;
        this.paths = paths;
        this.survey = survey;
        this.in = in;
        this.reader = XmlInput.reader(in);
        String declared = reader.getCharacterEncodingScheme();
        this.lenientEncoding = declared == null || STRICT.contains(declared.toLowerCase(Locale.ROOT)) ? null : declared;
    }

    static XmlRows open(SourceFile file, FileFormat.Xml format, ColumnPaths paths, Survey survey) throws IOException {
        InputStream in = file.open();
        try {
            if (Signature.of(in) == Signature.ZIP || Signature.of(in) == Signature.OLD_OFFICE) {
                throw new FileRefusedException(
                        FileFault.FORMAT,
                        "The file (" + file.path() + ") is an office file or a zip and no XML.",
                        "Maybe set format: {type: xlsx} in the feed, or unpack it.");
            }
            return new XmlRows(file, format, paths, survey, in);
        } catch (XMLStreamException e) {
            in.close();
            throw XmlInput.broken(file, e);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public ColumnPaths paths() {
        return paths;
    }

    @Override
    public @Nullable FeedRow next() throws IOException {
        try {
            while (reader.hasNext()) {
                if (XmlInput.next(reader) == XMLStreamConstants.START_ELEMENT) {
                    if (reader.getLocalName().equals(format.record())) {
                        return record();
                    }
                    if (others.size() < MOST_NAMED) {
                        others.add(reader.getLocalName());
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw XmlInput.broken(file, e);
        }
        if (number == 0) {
            throw new FileRefusedException(
                    FileFault.EMPTY,
                    "The file (%s) holds no element (%s).".formatted(file.path(), format.record()),
                    Spelling.didYouMean(format.record(), List.copyOf(others)));
        }
        return null;
    }

    private FeedRow record() throws XMLStreamException {
        number++;
        long line = survey.numbered() ? number : reader.getLocation().getLineNumber();
        RecordCells cells = new RecordCells(paths.columns());
        element(paths.root(), cells);
        return cells.row(line);
    }

    private void element(Path path, RecordCells cells) throws XMLStreamException {
        boolean nil = attributes(path, cells);
        boolean leaf = true;
        StringBuilder text = new StringBuilder();
        for (int event = XmlInput.next(reader);
                event != XMLStreamConstants.END_ELEMENT;
                event = XmlInput.next(reader)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                leaf = false;
                element(paths.below(path, reader.getLocalName()), cells);
            } else if (path.isRead()
                    && reader.hasText()
                    && event != XMLStreamConstants.COMMENT
                    && cells.isWithin(reader.getTextLength())) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        String own = text.toString();
        if (path != paths.root() && (leaf || !own.isBlank())) {
            fill(path, nil ? "" : own, cells);
        }
    }

    /** Reads the attributes, and tells whether one of them says that the element has no value. */
    private boolean attributes(Path path, RecordCells cells) {
        boolean nil = false;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i))) {
                String value = reader.getAttributeValue(i);
                nil |= reader.getAttributeLocalName(i).equals("nil") && (value.equals("true") || value.equals("1"));
            } else {
                fill(paths.below(path, "@" + reader.getAttributeLocalName(i)), reader.getAttributeValue(i), cells);
            }
        }
        return nil;
    }

    private void fill(Path path, String text, RecordCells cells) {
        paths.note(path);
        if (path.isRead()) {
            if (lenientEncoding != null && text.indexOf(REPLACEMENT) >= 0) {
                cells.refuse(RefusalReason.ENCODING, lenientEncoding);
            }
            cells.add(path, text, format.listSeparator());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
