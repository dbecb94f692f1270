/** What is drawn at random, as a regulator writes it down. */
@NullMarked
package dev.assay.model.draw;

import org.jspecify.annotations.NullMarked;
