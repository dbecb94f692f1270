@NullMarked
package dev.assay.api.work;

import org.jspecify.annotations.NullMarked;
