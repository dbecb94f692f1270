package dev.assay.batch.matching;

import dev.assay.core.identity.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
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

/**
 * The register as Lucene finds it: by identity, and by parts of names and addresses. It is made anew for each use from the register,
 * which takes seconds for 100,000 businesses, so that it never lags behind. May be read by several threads.
 */
public final class NameIndex implements AutoCloseable {

    private static final float ADDRESS_BOOST = 0.3f;
    private static final float SOUND_BOOST = 0.5f;

    private final Path folder;
    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final AddressComparison addresses;

    private NameIndex(Path folder, Directory directory, AddressComparison addresses) throws IOException {
        this.folder = folder;
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
     * @param folder where a folder for its files is made, which goes when the index is closed
     * @param comparison takes names and addresses apart
     * @param source gives the businesses
     * @return the index, to be closed
     * @throws UncheckedIOException if the folder cannot be used
     */
    public static NameIndex make(Path folder, Comparison comparison, Source source) {
        try {
            Path own = Files.createTempDirectory(Files.createDirectories(folder), "names-");
            Directory directory = new MMapDirectory(own);
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                NameDocument document = new NameDocument(comparison);
                source.give((business, identities) -> add(writer, document.of(business, identities)));
                writer.forceMerge(1);
            }
            return new NameIndex(own, directory, comparison.addresses());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(IndexWriter writer, Document document) {
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return search(new TermQuery(new Term(NameDocument.IDENTITY, identity.toString())), 2);
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
        Grams.of(name).forEach(gram -> query.add(term(NameDocument.NAME, gram), BooleanClause.Occur.SHOULD));
        Grams.sounds(name)
                .forEach(sound -> query.add(
                        new BoostQuery(term(NameDocument.SOUND, sound), SOUND_BOOST), BooleanClause.Occur.SHOULD));
        if (!address.isBlank()) {
            Grams.address(addresses, address)
                    .forEach(gram -> query.add(
                            new BoostQuery(term(NameDocument.ADDRESS, gram), ADDRESS_BOOST),
                            BooleanClause.Occur.SHOULD));
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
                BinaryDocValues values = leaf.reader().getBinaryDocValues(NameDocument.CANDIDATE);
                values.advanceExact(hit.doc - leaf.docBase);
                found.add(NameDocument.read(values.binaryValue()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
            directory.close();
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
