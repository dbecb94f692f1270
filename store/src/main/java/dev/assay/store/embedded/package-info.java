/** The embedded database: a MariaDB server that runs as a process of its own for as long as somebody uses its directory. */
@NullMarked
package dev.assay.store.embedded;

import org.jspecify.annotations.NullMarked;
