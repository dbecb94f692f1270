/** How a version of a grading model comes into force and goes out of it. */
@NullMarked
package dev.assay.core.adoption;

import org.jspecify.annotations.NullMarked;
