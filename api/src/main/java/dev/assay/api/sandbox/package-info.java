/** The sandbox, in which platforms try the API on made-up data. */
@NullMarked
package dev.assay.api.sandbox;

import org.jspecify.annotations.NullMarked;
