@NullMarked
package dev.assay.api;

import org.jspecify.annotations.NullMarked;
