/** What came in: the runs of the feeds, and the rows that they refused. */
@NullMarked
package dev.assay.store.feed;

import org.jspecify.annotations.NullMarked;
