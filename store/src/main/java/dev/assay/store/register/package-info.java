/** Who is registered: businesses, their identities, and the search for them. */
@NullMarked
package dev.assay.store.register;

import org.jspecify.annotations.NullMarked;
