@NullMarked
package dev.assay.api.sandbox;

import org.jspecify.annotations.NullMarked;
