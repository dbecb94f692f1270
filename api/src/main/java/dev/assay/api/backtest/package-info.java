/** Backtests of models, as programs read them. */
@NullMarked
package dev.assay.api.backtest;

import org.jspecify.annotations.NullMarked;
