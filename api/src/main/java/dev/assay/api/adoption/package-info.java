/** The life of a model's version, as persons drive it. */
@NullMarked
package dev.assay.api.adoption;

import org.jspecify.annotations.NullMarked;
