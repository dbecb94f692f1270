/**
 * Makes the feeds of a made-up district, in the formats in which authorities publish, so that the whole line can be tried where
 * no real data may be had. No row in them speaks of a real business.
 */
@NullMarked
package dev.assay.batch.district;

import org.jspecify.annotations.NullMarked;
