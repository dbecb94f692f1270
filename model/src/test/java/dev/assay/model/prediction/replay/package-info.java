@NullMarked
package dev.assay.model.prediction.replay;

import org.jspecify.annotations.NullMarked;
