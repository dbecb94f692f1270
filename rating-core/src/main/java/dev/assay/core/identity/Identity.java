package dev.assay.core.identity;

import java.util.Comparator;

/**
 * Who or what a record speaks of: a value within a scheme, such as {@code uscc:91350100M000100Y43} or {@code fhrs:369216}.
 * Values are compared exactly; whoever reads one from a feed normalises it first.
 *
 * @param scheme one of {@link IdentitySchemes} or a feed's own: lower-case letters, digits and hyphens
 * @param value the identifier within the scheme, not blank, without surrounding blanks
 */
public record Identity(String scheme, String value) implements Comparable<Identity> {

    private static final Comparator<Identity> ORDER =
            Comparator.comparing(Identity::scheme).thenComparing(Identity::value);

    /**
     * Checks the form of both parts.
     *
     * @throws IllegalArgumentException if the scheme is malformed or the value blank
     */
    public Identity {
        if (!isScheme(scheme)) {
            throw new IllegalArgumentException(
                    "The identity scheme (%s) is not lower-case letters, digits and hyphens.%nMaybe write it like uscc or food-licence."
                            .formatted(scheme));
        }
        if (value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException(
                    "The identity value (%s) of scheme (%s) is blank or has blanks around it.%nMaybe strip it first."
                            .formatted(value, scheme));
        }
    }

    /**
     * Reads {@code SCHEME:VALUE}, the form of the command line and of {@link #toString()}.
     *
     * @param text the text; only the first colon separates
     * @return the identity
     * @throws IllegalArgumentException if there is no colon or a part is malformed
     */
    public static Identity parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "The identity (%s) has no scheme.%nMaybe write SCHEME:VALUE, such as uscc:91350100M000100Y43 or fhrs:369216."
                            .formatted(text));
        }
        return new Identity(text.substring(0, colon), text.substring(colon + 1).strip());
    }

    /**
     * Whether a text may name a scheme.
     *
     * @param scheme the text
     * @return true for lower-case letters, digits and hyphens, at least one
     */
    public static boolean isScheme(String scheme) {
        return !scheme.isEmpty()
                && scheme.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    @Override
    public int compareTo(Identity other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return scheme + ":" + value;
    }
}
