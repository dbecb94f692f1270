package dev.assay.batch.matching;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Terms that are already cut, as Lucene takes them. */
final class Terms extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> all;
    private Iterator<String> rest;

    Terms(Collection<String> terms) {
        this.all = List.copyOf(terms);
        this.rest = all.iterator();
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
