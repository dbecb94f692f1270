package dev.assay.api.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A password that somebody chose, and whether it will do. */
final class NewPassword {

    /** The fewest characters. */
    static final int SHORTEST = 10;

    /** How a name may look. */
    static final String NAME = "[\\w.@-]{1,64}";

    /** The most bytes that bcrypt reads. */
    private static final int LONGEST = 72;

    private NewPassword() {}

    /** Why a name or a password will not do. */
    enum Fault {
        /** The name is not 1 to 64 letters, digits, points, hyphens. */
        NAME,
        /** The two passwords differ. */
        DIFFERENT,
        /** It has too few characters. */
        SHORT,
        /** It has more bytes than are read. */
        LONG,
        /** It holds the name, or is one character again and again. */
        PLAIN
    }

    static Optional<Fault> findFault(String name, String password, String again) {
        if (!name.matches(NAME)) {
            return Optional.of(Fault.NAME);
        }
        if (!password.equals(again)) {
            return Optional.of(Fault.DIFFERENT);
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Fault.SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of(Fault.LONG);
        }
        boolean holdsName =
                password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)) && name.length() > 2;
        return holdsName || password.chars().distinct().count() < 4 ? Optional.of(Fault.PLAIN) : Optional.empty();
    }
}
