package dev.assay.batch.matching;

import dev.assay.core.identity.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The register as Lucene finds it: by identity, and by parts of names and addresses. It is made anew for each use from the register,
 * which takes seconds for 100,000 businesses, so that it never lags behind. May be read by several threads.
 */
public final class NameIndex implements AutoCloseable {

    private static final String NAME = "name";
    private static final String SOUND = "sound";
    private static final String ADDRESS = "address";
    private static final String IDENTITY = "identity";
    private static final String CANDIDATE = "candidate";
    private static final float ADDRESS_BOOST = 0.3f;
    private static final float SOUND_BOOST = 0.5f;
    private static final char SEPARATOR = '\u001f';

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final AddressComparison addresses;

    private NameIndex(Directory directory, AddressComparison addresses) throws IOException {
        this.directory = directory;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        // Every name is asked once.
        this.searcher.setQueryCache(null);
        this.addresses = addresses;
    }

    /** Takes the businesses while an index is made. */
    @FunctionalInterface
    public interface Intake {
        /**
         * Adds a business.
         *
         * @param business the business
         * @param identities everything by which it is known
         */
        void add(Candidate business, List<Identity> identities);
    }

    /** What gives the businesses. */
    @FunctionalInterface
    public interface Source {
        /**
         * Gives every business once.
         *
         * @param intake takes them
         */
        void give(Intake intake);
    }

    /**
     * Makes an index.
     *
     * @param folder where its files are kept; emptied first
     * @param comparison takes names and addresses apart
     * @param source gives the businesses
     * @return the index, to be closed
     * @throws UncheckedIOException if the folder cannot be used
     */
    public static NameIndex make(Path folder, Comparison comparison, Source source) {
        try {
            empty(folder);
            Directory directory = new MMapDirectory(folder);
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                source.give((business, identities) -> add(writer, comparison, business, identities));
                writer.forceMerge(1);
            }
            return new NameIndex(directory, comparison.addresses());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static void add(IndexWriter writer, Comparison comparison, Candidate business, List<Identity> identities) {
        Document document = new Document();
        NameParts name = comparison.parser().parse(business.name());
        addTerms(document, NAME, Grams.of(name));
        addTerms(document, SOUND, Grams.sounds(name));
        addTerms(document, ADDRESS, Grams.address(comparison.addresses(), business.address()));
        for (Identity identity : identities) {
            document.add(new StringField(IDENTITY, identity.toString(), Field.Store.NO));
        }
        document.add(new BinaryDocValuesField(CANDIDATE, write(business)));
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addTerms(Document document, String field, Set<String> terms) {
        if (!terms.isEmpty()) {
            FieldType type = new FieldType();
            type.setTokenized(true);
            type.setIndexOptions(IndexOptions.DOCS);
            document.add(new Field(field, new Terms(terms), type));
        }
    }

    /**
     * How many businesses there are.
     *
     * @return their number
     */
    public int size() {
        return reader.numDocs();
    }

    /**
     * The businesses with an identity: one, or none.
     *
     * @param identity the identity
     * @return them
     */
    List<Candidate> find(Identity identity) {
        return search(new TermQuery(new Term(IDENTITY, identity.toString())), 2);
    }

    /**
     * The businesses whose names share most with a name, those with a like address first among equals.
     *
     * @param name the name
     * @param address the address, or empty
     * @param most how many at most
     * @return them
     */
    List<Candidate> find(NameParts name, String address, int most) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Grams.of(name).forEach(gram -> query.add(term(NAME, gram), BooleanClause.Occur.SHOULD));
        Grams.sounds(name)
                .forEach(sound ->
                        query.add(new BoostQuery(term(SOUND, sound), SOUND_BOOST), BooleanClause.Occur.SHOULD));
        if (!address.isBlank()) {
            Grams.address(addresses, address)
                    .forEach(gram -> query.add(
                            new BoostQuery(term(ADDRESS, gram), ADDRESS_BOOST), BooleanClause.Occur.SHOULD));
        }
        return search(query.build(), most);
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private List<Candidate> search(Query query, int most) {
        try {
            ScoreDoc[] hits = searcher.search(query, most).scoreDocs;
            Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
            List<Candidate> found = new ArrayList<>(hits.length);
            for (ScoreDoc hit : hits) {
                List<LeafReaderContext> leaves = reader.leaves();
                LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
                BinaryDocValues values = leaf.reader().getBinaryDocValues(CANDIDATE);
                values.advanceExact(hit.doc - leaf.docBase);
                found.add(read(values.binaryValue()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BytesRef write(Candidate business) {
        return new BytesRef(String.join(
                String.valueOf(SEPARATOR),
                String.valueOf(business.key()),
                business.identity().scheme(),
                business.identity().value(),
                business.name(),
                business.division(),
                business.address()));
    }

    private static Candidate read(BytesRef bytes) {
        String[] cells = new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8)
                .split(String.valueOf(SEPARATOR), 6);
        return new Candidate(
                Long.parseLong(cells[0]), new Identity(cells[1], cells[2]), cells[3], cells[4], cells[5]);
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
