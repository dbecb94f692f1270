package dev.assay.core.publication;

import java.util.regex.Pattern;

/**
 * What an item is called by those who follow it.
 *
 * @param kind its kind, such as {@code rating} or {@code list-entry}
 * @param key its key, that no other item of the kind has
 */
public record ItemId(String kind, String key) implements Comparable<ItemId> {

    /** The most characters of a key. */
    public static final int LONGEST_KEY = 300;

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the kind is no word of lower-case letters, or the key is empty or too long
     */
    public ItemId {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "The kind (%s) is not a word of lower-case letters, digits and hyphens.%nMaybe write it like list-entry."
                            .formatted(kind));
        }
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "The key (%s) is empty, or longer than %d.%nMaybe take an identity as key."
                            .formatted(key, LONGEST_KEY));
        }
    }

    @Override
    public int compareTo(ItemId other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? key.compareTo(other.key) : byKind;
    }

    /** Kind and key with a blank between. */
    @Override
    public String toString() {
        return kind + " " + key;
    }
}
