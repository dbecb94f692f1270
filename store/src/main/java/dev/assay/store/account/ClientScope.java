package dev.assay.store.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program may be allowed. */
public enum ClientScope {
    /** Ratings in bulk, and those of models for partners. */
    RATINGS,
    /** Lists as partners get them. */
    LISTS,
    /** The change log and the files of it. */
    CHANGES,
    /** The finding of businesses by name. */
    MATCH,
    /** Visits and plans of its divisions, and the sending of results: for programs of the authority itself. */
    VISITS;

    /**
     * Whether it is for programs of the authority itself alone.
     *
     * @return true if no platform may have it
     */
    public boolean isOfAuthority() {
        return this == VISITS;
    }

    /**
     * Its word in a token.
     *
     * @return the name in small letters
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Scopes as text.
     *
     * @param scopes them
     * @return their words with blanks between
     */
    public static String write(Set<ClientScope> scopes) {
        return Arrays.stream(values())
                .filter(scopes::contains)
                .map(ClientScope::code)
                .collect(Collectors.joining(" "));
    }

    /**
     * Scopes from text.
     *
     * @param text their words with blanks between; other words are left out
     * @return them
     */
    public static Set<ClientScope> read(String text) {
        Set<ClientScope> found = EnumSet.noneOf(ClientScope.class);
        for (String word : text.split(" ", -1)) {
            Arrays.stream(values()).filter(scope -> scope.code().equals(word)).forEach(found::add);
        }
        return found;
    }
}
