package dev.assay.store.fact;

/** Parts of statements about merged businesses. */
final class LinkSql {

    /** That a link {@code l} stood at an instant. Binds: known at, known at. */
    static final String STANDS = "l.linked_at <= ? AND (l.unlinked_at IS NULL OR l.unlinked_at > ?)";

    /** Whether anything was ever merged into a business of a range. Binds: from, to. */
    static final String ANY = "SELECT into_key FROM business_link WHERE into_key BETWEEN ? AND ? LIMIT 1";

    private LinkSql() {}
}
