package dev.assay.batch.matching;

import java.util.Set;

/**
 * A place named in a text.
 *
 * @param from where it begins
 * @param to where it ends
 * @param codes the significant digits of every division that ever had the name: 2 for a province, 4 for a prefecture, 6 for a county
 */
record Place(int from, int to, Set<String> codes) {

    Place {
        codes = Set.copyOf(codes);
    }

    /** Whether one of the two may lie in the other. */
    static boolean agree(Set<String> some, Set<String> others) {
        return some.stream()
                .anyMatch(one -> others.stream().anyMatch(other -> one.startsWith(other) || other.startsWith(one)));
    }

    /** The significant digits of a division code of GB/T 2260; any other code as it is. */
    static String significant(String code) {
        String digits = code;
        if (code.length() == 6 && code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            while (digits.length() > 2 && digits.endsWith("00")) {
                digits = digits.substring(0, digits.length() - 2);
            }
        }
        return digits;
    }
}
