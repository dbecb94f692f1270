/** The command line: the contract that scripts rely on, one class per command. */
@NullMarked
package dev.assay.api.cli;

import org.jspecify.annotations.NullMarked;
