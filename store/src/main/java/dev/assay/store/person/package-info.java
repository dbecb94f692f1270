/** Numbers of identity documents of persons: encrypted at rest, found by keyed hash, and every look at them noted. */
@NullMarked
package dev.assay.store.person;

import org.jspecify.annotations.NullMarked;
