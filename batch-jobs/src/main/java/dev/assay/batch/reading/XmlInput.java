package dev.assay.batch.reading;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * XML from files that nobody vouches for: no document type, so no entities of its own and nothing from elsewhere; and no deeper, longer or more
 * ornate than records are.
 */
final class XmlInput {

    private static final int DEEPEST = 64;
    private static final int MOST_ATTRIBUTES = 256;
    private static final int LONGEST_ATTRIBUTE = 1 << 16;
    private static final String MESSAGE = "Message: ";
    private static final XMLInputFactory FACTORY = factory();

    private XmlInput() {}

    /** Woodstox: its own properties below would be refused by any other. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        return factory;
    }

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /**
     * Goes on to the next event.
     *
     * @return its kind
     * @throws XMLStreamException if the document is not well-formed, or has a document type or an entity of its own
     */
    static int next(XMLStreamReader reader) throws XMLStreamException {
        int event = event(reader);
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type and entities of its own are not taken", reader.getLocation());
        }
        return event;
    }

    /** What breaks a limit is told without its place. */
    private static int event(XMLStreamReader reader) throws XMLStreamException {
        try {
            return reader.next();
        } catch (XMLStreamException e) {
            throw e.getLocation() == null && !(e.getCause() instanceof IOException)
                    ? new XMLStreamException(String.valueOf(e.getMessage()), reader.getLocation(), e)
                    : e;
        }
    }

    /**
     * The refusal of a file for what its parser met.
     *
     * @throws IOException if reading failed, rather than the document
     */
    static FileRefusedException broken(SourceFile file, XMLStreamException e) throws IOException {
        if (e.getCause() instanceof IOException io && !(io instanceof CharConversionException)) {
            throw io;
        }
        String message = String.valueOf(e.getMessage());
        int text = message.indexOf(MESSAGE);
        String what = (text < 0 ? message : message.substring(text + MESSAGE.length()))
                .lines()
                .findFirst()
                .orElse("");
        String where = e.getLocation() == null
                ? ""
                : ", line %d, column %d"
                        .formatted(
                                e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        return new FileRefusedException(
                FileFault.MALFORMED,
                "The file (%s) is not well-formed XML%s: %s"
                        .formatted(file.path(), where, what.endsWith(".") ? what : what + "."),
                "Maybe its transfer broke off: fetch it again.");
    }
}
