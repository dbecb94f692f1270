/** Businesses in the API. */
@NullMarked
package dev.assay.api.business;

import org.jspecify.annotations.NullMarked;
