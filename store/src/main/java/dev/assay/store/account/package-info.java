/** The accounts that may log in. */
@NullMarked
package dev.assay.store.account;

import org.jspecify.annotations.NullMarked;
