/**
 * How well grades and scores ranked what was found afterwards: what an outcome is, what a file said on a past day, and the statistics of
 * both together. Pure: whoever reads the credit files hands the rows of each business over once; memory is four bytes for each subject and
 * day, and as much as there are different scores.
 */
@NullMarked
package dev.assay.model.backtest;

import org.jspecify.annotations.NullMarked;
