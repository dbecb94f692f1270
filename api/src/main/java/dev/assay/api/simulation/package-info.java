/** Simulations of models: what they found, as JSON, and those that run for the console. */
@NullMarked
package dev.assay.api.simulation;

import org.jspecify.annotations.NullMarked;
