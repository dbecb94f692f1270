/** Reading what a regulator edits: the files of {@code config}, with every fault named by file, line and path. */
@NullMarked
package dev.assay.model.config;

import org.jspecify.annotations.NullMarked;
