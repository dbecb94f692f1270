@NullMarked
package dev.assay.model.prediction.judging;

import org.jspecify.annotations.NullMarked;
