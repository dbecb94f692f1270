/** The command line, run as a user runs it. */
@NullMarked
package dev.assay.api.cli;

import org.jspecify.annotations.NullMarked;
