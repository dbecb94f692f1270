package dev.assay.api.cli;

import dev.assay.api.business.CreditFileView;
import dev.assay.api.business.FilePart;
import dev.assay.api.cli.CreditFileCommand.WholeFile;
import dev.assay.core.fact.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A whole file as one JSON object, written part by part; but for the links between parts the same as the API's. */
final class CreditFileJson {

    private static final int PART = 500;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CreditFileJson() {}

    static void print(Console console, WholeFile file, Vocabulary vocabulary) {
        try (JsonGenerator json = JSON.createGenerator(new Unclosed(console.out()))) {
            FilePart part = file.parts().read(file.business(), file.cut(), file.kind(), 0, PART);
            CreditFileView view = CreditFileView.of(part, vocabulary, null, null);
            head(json, view);
            json.writeArrayPropertyStart("facts");
            List<Object> early = new ArrayList<>();
            while (true) {
                view.facts().forEach(json::writePOJO);
                early.addAll(view.withdrawn());
                if (!early.isEmpty() || !part.hasNext()) {
                    break;
                }
                part = next(file, part);
                view = CreditFileView.of(part, vocabulary, null, null);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("withdrawn");
            early.forEach(json::writePOJO);
            while (part.hasNext()) {
                part = next(file, part);
                CreditFileView.of(part, vocabulary, null, null).withdrawn().forEach(json::writePOJO);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        console.line("");
    }

    private static FilePart next(WholeFile file, FilePart part) {
        return file.parts()
                .read(
                        file.business(),
                        file.cut(),
                        file.kind(),
                        part.offset() + part.records().size(),
                        PART);
    }

    private static void head(JsonGenerator json, CreditFileView view) {
        json.writeStartObject();
        json.writeStringProperty("business", view.business());
        json.writeStringProperty("name", view.name());
        json.writePOJOProperty("identities", view.identities());
        json.writePOJOProperty("life", view.life());
        json.writePOJOProperty("asOf", view.asOf());
        json.writePOJOProperty("knownAt", view.knownAt());
        json.writePOJOProperty("silentFeeds", view.silentFeeds());
        json.writePOJOProperty("kinds", view.kinds());
    }

    /** The generator closes what it writes to, and the terminal is not its own. */
    private static final class Unclosed extends java.io.FilterWriter {
        Unclosed(java.io.Writer out) {
            super(out);
        }

        @Override
        public void write(char[] text, int from, int length) throws java.io.IOException {
            out.write(text, from, length);
        }

        @Override
        public void close() throws java.io.IOException {
            out.flush();
        }
    }
}
