@NullMarked
package dev.assay.api.console;

import org.jspecify.annotations.NullMarked;
