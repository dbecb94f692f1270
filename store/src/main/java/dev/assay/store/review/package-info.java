/** Whose record is it? The questions that a person answers, with their candidates, their records and every answer. */
@NullMarked
package dev.assay.store.review;

import org.jspecify.annotations.NullMarked;
