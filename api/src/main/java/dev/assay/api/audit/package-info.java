/** Notes who read what is not public. */
@NullMarked
package dev.assay.api.audit;

import org.jspecify.annotations.NullMarked;
