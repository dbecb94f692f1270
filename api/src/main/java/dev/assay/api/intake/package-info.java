/** What came in: each import with the account of its rows. */
@NullMarked
package dev.assay.api.intake;

import org.jspecify.annotations.NullMarked;
