/** Fresh databases for integration tests, of this module and of those that use it. */
@NullMarked
package dev.assay.store.testing;

import org.jspecify.annotations.NullMarked;
