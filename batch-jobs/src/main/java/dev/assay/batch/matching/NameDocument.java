package dev.assay.batch.matching;

import dev.assay.core.identity.Identity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** A business as the index holds it. One is used for all businesses, one after another, because Lucene's streams are dear to make. */
final class NameDocument {

    static final String NAME = "name";
    static final String SOUND = "sound";
    static final String ADDRESS = "address";
    static final String IDENTITY = "identity";
    static final String CANDIDATE = "candidate";

    private static final char SEPARATOR = '\u001f';
    private static final int CELLS = 6;
    private static final FieldType TERMS = terms();

    private final Comparison comparison;
    private final Terms name = new Terms();
    private final Terms sound = new Terms();
    private final Terms address = new Terms();

    NameDocument(Comparison comparison) {
        this.comparison = comparison;
    }

    private static FieldType terms() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS);
        // A short name is no better a candidate than a long one.
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    Document of(Candidate business, List<Identity> identities) {
        NameParts parts = comparison.parser().parse(business.name());
        Document document = new Document();
        document.add(new Field(NAME, name.of(Grams.of(parts)), TERMS));
        document.add(new Field(SOUND, sound.of(Grams.sounds(parts)), TERMS));
        document.add(new Field(ADDRESS, address.of(Grams.address(comparison.addresses(), business.address())), TERMS));
        for (Identity identity : identities) {
            document.add(new StringField(IDENTITY, identity.toString(), Field.Store.NO));
        }
        document.add(new BinaryDocValuesField(CANDIDATE, write(business)));
        return document;
    }

    private static BytesRef write(Candidate business) {
        return new BytesRef(String.join(
                String.valueOf(SEPARATOR),
                String.valueOf(business.key()),
                business.identity().scheme(),
                business.identity().value(),
                business.name().replace(SEPARATOR, ' '),
                business.division(),
                business.address()));
    }

    static Candidate read(BytesRef bytes) {
        String[] cells = new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8)
                .split(String.valueOf(SEPARATOR), CELLS);
        return new Candidate(Long.parseLong(cells[0]), new Identity(cells[1], cells[2]), cells[3], cells[4], cells[5]);
    }
}
