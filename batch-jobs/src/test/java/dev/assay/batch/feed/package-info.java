@NullMarked
package dev.assay.batch.feed;

import org.jspecify.annotations.NullMarked;
