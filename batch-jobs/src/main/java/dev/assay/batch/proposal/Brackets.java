package dev.assay.batch.proposal;

import java.util.HashSet;
import java.util.Set;

/**
 * What of the words in brackets counts beside the words before them.
 *
 * @param always ideas that always count
 * @param bare ideas that leave open whose they are, such as a name or an address
 * @param besideBare ideas that count where the header says nothing but bare ones: in 名称(被抽样单位) the brackets say whose name it is
 */
record Brackets(Set<String> always, Set<String> bare, Set<String> besideBare) {

    Brackets {
        always = Set.copyOf(always);
        bare = Set.copyOf(bare);
        besideBare = Set.copyOf(besideBare);
    }

    /** Those of the bracketed ideas that count beside the others, of which there is one at least. */
    Set<String> counted(Set<String> bracketed, Set<String> outside) {
        Set<String> counted = new HashSet<>(bracketed);
        counted.removeIf(idea -> !always.contains(idea) && !(besideBare.contains(idea) && bare.containsAll(outside)));
        return counted;
    }
}
