package dev.assay.batch.reading;

import dev.assay.model.config.Spelling;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of an Office Open XML workbook: a zip whose parts name each other. */
final class Workbook implements AutoCloseable {

    private static final int MOST_SHEETS = 1000;

    private final SourceFile file;
    private final @Nullable Path copy;
    private final ZipFile zip;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private String strings = "";
    private String styles = "";
    private boolean from1904;

    private Workbook(SourceFile file, @Nullable Path copy) throws IOException {
        this.file = file;
        this.copy = copy;
        this.zip = new ZipFile((copy == null ? file.path() : copy).toFile());
    }

    /**
     * Opens a workbook. One that is packed once more is unpacked to a temporary file, because its parts stand in any order.
     *
     * @throws FileRefusedException if the file is none
     */
    static Workbook open(SourceFile file) throws IOException {
        Path copy = null;
        try (InputStream in = file.open()) {
            refuseOthers(file, Signature.of(in));
            if (file.packing() != SourceFile.Packing.PLAIN) {
                copy = Files.createTempFile("assay-", ".xlsx");
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Workbook workbook = new Workbook(file, copy);
            try {
                workbook.readParts();
            } catch (IOException | RuntimeException e) {
                workbook.close();
                throw e;
            }
            return workbook;
        } catch (IOException | RuntimeException e) {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
            throw e;
        }
    }

    private static void refuseOthers(SourceFile file, Signature signature) {
        if (signature != Signature.ZIP) {
            throw new FileRefusedException(
                    FileFault.FORMAT,
                    signature == Signature.OLD_OFFICE
                            ? "The file (" + file.path() + ") is an old or encrypted Excel workbook."
                            : "The file (" + file.path() + ") is no Excel workbook (.xlsx).",
                    Signature.SAVE_ANEW);
        }
    }

    private void readParts() throws IOException {
        String main = relations("_rels/.rels", "").values().stream()
                .filter(part -> part.kind().equals("officeDocument"))
                .map(Part::name)
                .findFirst()
                .orElseThrow(() -> malformed("it names no workbook"));
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        Map<String, Part> parts = relations(folder + "_rels/" + main.substring(folder.length()) + ".rels", folder);
        for (Part part : parts.values()) {
            strings = part.kind().equals("sharedStrings") ? part.name() : strings;
            styles = part.kind().equals("styles") ? part.name() : styles;
        }
        eachElement(main, reader -> {
            switch (reader.getLocalName()) {
                case "workbookPr" -> {
                    String value = reader.getAttributeValue(null, "date1904");
                    from1904 = "1".equals(value) || "true".equals(value);
                }
                case "sheet" -> sheet(reader, parts);
                default -> {
                    // Views, names and the like say nothing about cells.
                }
            }
        });
    }

    private void sheet(XMLStreamReader reader, Map<String, Part> parts) {
        String id = "";
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            id = reader.getAttributeLocalName(i).equals("id") ? reader.getAttributeValue(i) : id;
        }
        String name = reader.getAttributeValue(null, "name");
        Part part = parts.get(id);
        if (name == null || part == null || sheets.size() >= MOST_SHEETS) {
            throw malformed("its list of sheets is broken");
        }
        sheets.put(name, part.name());
    }

    /** A part that another one names. */
    private record Part(String kind, String name) {}

    private Map<String, Part> relations(String name, String folder) throws IOException {
        Map<String, Part> parts = new LinkedHashMap<>();
        eachElement(name, reader -> {
            String id = reader.getAttributeValue(null, "Id");
            String type = reader.getAttributeValue(null, "Type");
            String target = reader.getAttributeValue(null, "Target");
            if (id != null && type != null && target != null && parts.size() <= 2 * MOST_SHEETS) {
                String kind = type.substring(type.lastIndexOf('/') + 1);
                parts.put(id, new Part(kind, resolved(folder, target)));
            }
        });
        return parts;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
            rest = rest.substring("../".length());
        }
        return base + rest;
    }

    /** What to do with an element. */
    interface ElementReader {
        void read(XMLStreamReader reader) throws XMLStreamException;
    }

    /** Shows the start of every element of a part, in order. */
    void eachElement(String part, ElementReader elements) throws IOException {
        try (InputStream in = part(part)) {
            XMLStreamReader reader = XmlInput.reader(in);
            while (reader.hasNext()) {
                if (XmlInput.next(reader) == XMLStreamReader.START_ELEMENT) {
                    elements.read(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw XmlInput.broken(file, e);
        }
    }

    private InputStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (entry == null || in == null) {
            throw malformed("it lacks its part (" + name + ")");
        }
        return new BufferedInputStream(
                new LimitedInput(in, file.path(), Math.min(entry.getCompressedSize(), Files.size(file.path()))),
                1 << 16);
    }

    /**
     * The content of a sheet.
     *
     * @param wanted its name, or its place from 1
     * @throws FileRefusedException if there is none
     */
    InputStream sheet(String wanted) throws IOException {
        String part = sheets.get(wanted);
        if (part == null) {
            part = findByPlace(wanted)
                    .orElseThrow(() -> new FileRefusedException(
                            FileFault.FORMAT,
                            "The workbook (%s) has no sheet (%s).".formatted(file.path(), wanted),
                            Spelling.didYouMean(wanted, List.copyOf(sheets.keySet()))));
        }
        return part(part);
    }

    private Optional<String> findByPlace(String place) {
        return place.matches("\\d{1,4}")
                ? sheets.values().stream()
                        .skip(Math.max(0, Integer.parseInt(place) - 1))
                        .findFirst()
                : Optional.empty();
    }

    /** The styles of cells. */
    CellStyles styles() throws IOException {
        return styles.isEmpty() ? CellStyles.NONE : CellStyles.read(this, styles);
    }

    /** The texts that cells share. */
    SharedStrings strings() throws IOException {
        if (strings.isEmpty()) {
            return SharedStrings.none();
        }
        try (InputStream in = part(strings)) {
            return SharedStrings.read(in);
        } catch (XMLStreamException e) {
            throw XmlInput.broken(file, e);
        }
    }

    /** Whether days are counted from 1904 on. */
    boolean isFrom1904() {
        return from1904;
    }

    FileRefusedException malformed(String what) {
        return new FileRefusedException(
                FileFault.MALFORMED,
                "The workbook (%s) is damaged: %s.".formatted(file.path(), what),
                Signature.SAVE_ANEW);
    }

    @Override
    public void close() throws IOException {
        zip.close();
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}
