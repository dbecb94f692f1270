@NullMarked
package dev.assay.api.access;

import org.jspecify.annotations.NullMarked;
