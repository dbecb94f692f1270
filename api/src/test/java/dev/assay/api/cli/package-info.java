@NullMarked
package dev.assay.api.cli;

import org.jspecify.annotations.NullMarked;
