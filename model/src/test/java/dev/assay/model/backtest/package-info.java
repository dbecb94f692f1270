@NullMarked
package dev.assay.model.backtest;

import org.jspecify.annotations.NullMarked;
