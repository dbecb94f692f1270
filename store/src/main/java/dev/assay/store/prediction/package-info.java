/** What was learned from past inspections. */
@NullMarked
package dev.assay.store.prediction;

import org.jspecify.annotations.NullMarked;
