/** What becomes of a failed sample: served, applied against, confirmed or overturned, disposed of, with the deadlines of each step. */
@NullMarked
package dev.assay.core.sampling;

import org.jspecify.annotations.NullMarked;
