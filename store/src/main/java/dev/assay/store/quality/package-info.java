/** How good the data are that the feeds deliver: complete, punctual, possible, and whether they come at all. */
@NullMarked
package dev.assay.store.quality;

import org.jspecify.annotations.NullMarked;
