@NullMarked
package dev.assay.model.prediction.reading;

import org.jspecify.annotations.NullMarked;
