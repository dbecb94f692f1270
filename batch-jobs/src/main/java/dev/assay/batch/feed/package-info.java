/**
 * What a feed is: a definition in {@code config/feeds} that says how the rows of an authority's file become facts, and the pure
 * functions that map them. Nothing in here touches a database.
 */
@NullMarked
package dev.assay.batch.feed;

import org.jspecify.annotations.NullMarked;
