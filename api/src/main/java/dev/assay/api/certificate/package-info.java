/** Certificates: a business's grade as a signed sheet, with a code that anybody can check. */
@NullMarked
package dev.assay.api.certificate;

import org.jspecify.annotations.NullMarked;
