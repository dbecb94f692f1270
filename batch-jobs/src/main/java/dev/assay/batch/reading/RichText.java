package dev.assay.batch.reading;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A text in a workbook, of one run or of several with a look each; phonetic hints are no part of it. */
final class RichText {

    private RichText() {}

    /** The text of the element at whose start a reader stands, to its end. Of one that is too long for a cell the beginning. */
    static String read(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int phonetic = 0;
        boolean inText = reader.getLocalName().equals("v");
        while (depth > 0) {
            int event = XmlInput.next(reader);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                phonetic += phonetic > 0 || reader.getLocalName().equals("rPh") ? 1 : 0;
                inText = phonetic == 0 && reader.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                phonetic = Math.max(0, phonetic - 1);
                inText = false;
            } else if (inText && reader.hasText() && text.length() <= RecordCells.LONGEST_RECORD) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        return text.toString();
    }
}
