package dev.assay.model.prediction.trained;

import java.util.Arrays;

/**
 * A tree, its nodes in the order root, left branch, right branch; the left one of a node is the next. Not to be changed after it was made.
 *
 * @param column of each node which column it asks; {@link #LEAF} or {@link #MIX}
 * @param split of a node that asks: values up to it go left; of a mix: the share that goes left; of a leaf nought
 * @param right of a node with branches its right one; of a leaf nought
 * @param value of a leaf what it adds; else nought
 * @param cover how many training rows came to the node, in parts where a mix divided them
 */
@SuppressWarnings("ArrayRecordComponent") // walked for every score; the arrays are never shared with one who writes
public record Tree(int[] column, double[] split, int[] right, double[] value, double[] cover) {

    /** The column of a leaf. */
    public static final int LEAF = -1;

    /** The column of a node that asked for the inspector: both branches count, by the share of the inspectors who went each way. */
    public static final int MIX = -2;

    /** No log-odds are greater: such a number is damage, or a learner that found all rows without fail. */
    static final double GREATEST = 1e6;

    private static final double MOST_ROWS = 1e12;

    /**
     * Checks that it is a tree.
     *
     * @throws IllegalArgumentException if a node has no right place, a share is none, or arrays differ in length
     */
    public Tree {
        int n = column.length;
        if (n == 0 || split.length != n || right.length != n || value.length != n || cover.length != n) {
            throw new IllegalArgumentException("The tree has arrays of different length, or no node.");
        }
        int end = end(column, split, right, 0, 0);
        if (end != n) {
            throw new IllegalArgumentException("The tree has %d nodes of which %d hang together.".formatted(n, end));
        }
        for (int i = 0; i < n; i++) {
            boolean finite = Double.isFinite(split[i]) && Math.abs(value[i]) <= GREATEST;
            if (!finite || !(cover[i] > 0 && cover[i] <= MOST_ROWS)) {
                throw new IllegalArgumentException(
                        "The node (%d) has a number that is none or too great, or no training rows.".formatted(i));
            }
        }
    }

    private static int end(int[] column, double[] split, int[] right, int node, int depth) {
        if (node >= column.length || depth > 64) {
            throw new IllegalArgumentException("The node (%d) of the tree is missing or too deep.".formatted(node));
        }
        if (column[node] == LEAF) {
            return node + 1;
        }
        if (column[node] < MIX || (column[node] == MIX && !(split[node] > 0 && split[node] < 1))) {
            throw new IllegalArgumentException("The node (%d) of the tree has no column, or no share.".formatted(node));
        }
        int left = end(column, split, right, node + 1, depth + 1);
        if (right[node] != left) {
            throw new IllegalArgumentException(
                    "The right branch of node (%d) is said to be %d and is %d.".formatted(node, right[node], left));
        }
        return end(column, split, right, left, depth + 1);
    }

    /**
     * What the tree adds for a row.
     *
     * @param row the columns
     * @return the leaf's value; over a mix the mean of both sides by their shares
     */
    public double score(double[] row) {
        return score(row, 0);
    }

    private double score(double[] row, int start) {
        int node = start;
        while (column[node] >= 0) {
            node = row[column[node]] <= split[node] ? node + 1 : right[node];
        }
        if (column[node] == LEAF) {
            return value[node];
        }
        return split[node] * score(row, node + 1) + (1 - split[node]) * score(row, right[node]);
    }

    /**
     * The mean of what the tree adds to its training rows.
     *
     * @return the leaves' values, by their cover
     */
    public double average() {
        double sum = 0;
        for (int i = 0; i < column.length; i++) {
            if (column[i] == LEAF) {
                sum += cover[i] * value[i];
            }
        }
        return sum / cover[0];
    }

    /**
     * The same tree with the cover of other rows.
     *
     * @param rows the rows, each with all columns
     * @return the tree; a node that none of them meets keeps a cover that is next to nothing
     */
    public Tree covering(double[][] rows) {
        double[] covers = new double[column.length];
        for (double[] row : rows) {
            cover(row, 0, 1, covers);
        }
        for (int i = 0; i < covers.length; i++) {
            covers[i] = Math.max(covers[i], 1e-9);
        }
        return new Tree(column, split, right, value, covers);
    }

    private void cover(double[] row, int node, double share, double[] covers) {
        covers[node] += share;
        if (column[node] == MIX) {
            cover(row, node + 1, share * split[node], covers);
            cover(row, right[node], share * (1 - split[node]), covers);
        } else if (column[node] >= 0) {
            cover(row, row[column[node]] <= split[node] ? node + 1 : right[node], share, covers);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tree(int[] c, double[] s, int[] r, double[] v, double[] k)
                && Arrays.equals(column, c)
                && Arrays.equals(split, s)
                && Arrays.equals(right, r)
                && Arrays.equals(value, v)
                && Arrays.equals(cover, k);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(column) + 31 * Arrays.hashCode(split) + 961 * Arrays.hashCode(value);
    }
}
