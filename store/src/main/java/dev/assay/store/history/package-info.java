/** What is known about a business with everything that it replaced: each record with all its versions, and where each came from. */
@NullMarked
package dev.assay.store.history;

import org.jspecify.annotations.NullMarked;
