package dev.assay.batch.matching;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Terms that are already cut, as Lucene takes them. */
final class Terms extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private List<String> all = List.of();
    private Iterator<String> rest = all.iterator();

    /** The same stream, for other terms. */
    Terms of(Collection<String> terms) {
        all = List.copyOf(terms);
        rest = all.iterator();
        return this;
    }

    @Override
    public boolean incrementToken() {
        if (!rest.hasNext()) {
            return false;
        }
        clearAttributes();
        term.setEmpty().append(rest.next());
        return true;
    }

    @Override
    public void reset() {
        rest = all.iterator();
    }
}
