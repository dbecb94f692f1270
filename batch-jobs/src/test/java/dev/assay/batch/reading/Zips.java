package dev.assay.batch.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packed files, and workbooks written part by part. */
final class Zips {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Zips() {}

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A workbook of one sheet; {@code strings} are the contents of its shared {@code si} elements. */
    static byte[] workbook(String rows, String... strings) {
        return zip(parts(rows, strings));
    }

    static Map<String, byte[]> parts(String rows, String... strings) {
        StringBuilder shared = new StringBuilder("<sst>");
        for (String text : strings) {
            shared.append("<si>").append(text).append("</si>");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(parts, "[Content_Types].xml", "<Types/>");
        put(parts, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        put(parts, "xl/workbook.xml", """
                <workbook xmlns:r="%s"><workbookPr date1904="0"/>
                <sheets><sheet name="数据" sheetId="1" r:id="rId0"/></sheets></workbook>""".formatted(RELATIONS));
        put(
                parts,
                "xl/_rels/workbook.xml.rels",
                relations(
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "sharedStrings",
                        "/xl/sharedStrings.xml",
                        "styles",
                        "../xl/styles.xml"));
        put(parts, "xl/styles.xml", """
                <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
                <numFmt numFmtId="165" formatCode="[Red]0.00&quot; days&quot;"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>""");
        put(parts, "xl/sharedStrings.xml", shared.append("</sst>").toString());
        put(parts, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static void put(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String relations(String... kindsAndTargets) {
        StringBuilder relations = new StringBuilder("<Relationships>");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            relations.append("<Relationship Id='rId%d' Type='%s/%s' Target='%s'/>"
                    .formatted(i / 2, RELATIONS, kindsAndTargets[i], kindsAndTargets[i + 1]));
        }
        return relations.append("</Relationships>").toString();
    }
}
