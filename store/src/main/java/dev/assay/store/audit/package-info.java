/** What persons decided, in a log that shows when it was tampered with. */
@NullMarked
package dev.assay.store.audit;

import org.jspecify.annotations.NullMarked;
