/** Tests of certificates. */
@NullMarked
package dev.assay.api.certificate;

import org.jspecify.annotations.NullMarked;
