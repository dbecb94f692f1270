package dev.assay.store.database;

import dev.assay.store.DatabaseUnavailableException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;
import org.jooq.conf.StatementType;

/**
 * The version of a server, from its own words: Connector/J calls both products MySQL.
 *
 * @param product MariaDB, MySQL or another that speaks MySQL's protocol, as the text shows
 * @param major the first number
 * @param minor the second number
 * @param text the answer to {@code SELECT VERSION()}
 */
record ServerVersion(Product product, int major, int minor, String text) {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*");

    /** Who made the server, with the first release that has all that the store's SQL uses. */
    enum Product {
        MYSQL("MySQL", 8, 4, SQLDialect.MYSQL),
        MARIADB("MariaDB", 10, 11, SQLDialect.MARIADB);

        private final String title;
        private final int major;
        private final int minor;
        private final SQLDialect dialect;

        Product(String title, int major, int minor, SQLDialect dialect) {
            this.title = title;
            this.major = major;
            this.minor = minor;
            this.dialect = dialect;
        }

        String title() {
            return title;
        }

        String oldest() {
            return title + " " + major + "." + minor;
        }
    }

    /**
     * Reads the answer to {@code SELECT VERSION()}.
     *
     * @param text such as {@code 8.4.3} or {@code 10.11.19-MariaDB-0+deb12u1}
     * @return the version
     * @throws DatabaseUnavailableException if it does not begin with two numbers
     */
    static ServerVersion parse(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            throw new DatabaseUnavailableException(
                    "The database server names a version (%s) that Assay cannot read.".formatted(text),
                    "Maybe use %s or %s, or newer ones.".formatted(Product.MYSQL.oldest(), Product.MARIADB.oldest()),
                    null);
        }
        Product product = text.toLowerCase(Locale.ROOT).contains("mariadb") ? Product.MARIADB : Product.MYSQL;
        return new ServerVersion(product, Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), text);
    }

    boolean isSupported() {
        return major > product.major || (major == product.major && minor >= product.minor);
    }

    /**
     * Refuses a server that is too old.
     *
     * @return this
     * @throws DatabaseUnavailableException if it is
     */
    ServerVersion requireSupported() {
        if (!isSupported()) {
            throw new DatabaseUnavailableException(
                    "The database server (%s %s) is too old for Assay.".formatted(product.title, text),
                    "Maybe use %s or %s, or newer ones; or leave --database out for the embedded database."
                            .formatted(Product.MYSQL.oldest(), Product.MARIADB.oldest()),
                    null);
        }
        return this;
    }

    /**
     * MariaDB 10 introduces itself as 5.5.5, for which the driver cuts the fractions of bound seconds off; written into the statement, they
     * arrive.
     */
    StatementType statementType() {
        return product == Product.MARIADB && major < 11
                ? StatementType.STATIC_STATEMENT
                : StatementType.PREPARED_STATEMENT;
    }

    SQLDialect dialect() {
        return product.dialect;
    }
}
