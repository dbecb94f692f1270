/** The pages of the console and of the public search. */
@NullMarked
package dev.assay.api.console;

import org.jspecify.annotations.NullMarked;
