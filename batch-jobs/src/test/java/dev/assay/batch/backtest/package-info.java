@NullMarked
package dev.assay.batch.backtest;

import org.jspecify.annotations.NullMarked;
