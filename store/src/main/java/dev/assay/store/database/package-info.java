/** Opening, checking and migrating a database, and the connections to it. */
@NullMarked
package dev.assay.store.database;

import org.jspecify.annotations.NullMarked;
