/** Backtests of a model: what it would have said on past days, held against what was found afterwards. See README.md here. */
@NullMarked
package dev.assay.batch.backtest;

import org.jspecify.annotations.NullMarked;
