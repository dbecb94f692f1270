/** What businesses ask for, and the papers of cases and requests. */
@NullMarked
package dev.assay.store.request;

import org.jspecify.annotations.NullMarked;
