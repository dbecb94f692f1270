/** Reads the table of divisions that outlived their codes. */
@NullMarked
package dev.assay.model.division;

import org.jspecify.annotations.NullMarked;
