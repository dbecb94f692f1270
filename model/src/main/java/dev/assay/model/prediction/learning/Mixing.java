package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.trained.Tree;

/** Makes a tree that asks for the inspector into one that does not: both branches count, by how many rows' inspectors went each way. */
final class Mixing {

    private final Tree tree;
    private final int column;
    private final double[] shares;
    private final TreeBuilder builder = new TreeBuilder();

    private Mixing(Tree tree, int column, double[] shares) {
        this.tree = tree;
        this.column = column;
        this.shares = shares;
    }

    /**
     * The mean of a tree over the inspectors.
     *
     * @param column where the inspector's rank stands
     * @param shares the share of rows of each rank
     */
    static Tree over(Tree tree, int column, double[] shares) {
        if (shares.length == 0) {
            return tree;
        }
        Mixing mixing = new Mixing(tree, column, shares);
        mixing.add(0, 0, shares.length);
        return mixing.builder.built();
    }

    /** Adds a node as those inspectors meet it whose ranks are from a first to before a last. */
    private void add(int node, int first, int last) {
        int asked = tree.column()[node];
        double cover = tree.cover()[node];
        if (asked == Tree.LEAF) {
            builder.leaf(tree.value()[node], cover);
            return;
        }
        int left = node + 1;
        int right = tree.right()[node];
        if (asked != column) {
            int at = builder.ask(asked, tree.split()[node], cover);
            add(left, first, last);
            builder.right(at);
            add(right, first, last);
            return;
        }
        int middle = Math.clamp((long) StrictMath.floor(tree.split()[node]) + 1, first, last);
        double goLeft = sum(first, middle);
        double goRight = sum(middle, last);
        if (!(goLeft > 0) || !(goRight > 0)) {
            add(goLeft > 0 ? left : right, first, last);
            return;
        }
        int at = builder.ask(Tree.MIX, goLeft / (goLeft + goRight), cover);
        add(left, first, middle);
        builder.right(at);
        add(right, middle, last);
    }

    private double sum(int first, int last) {
        double sum = 0;
        for (int i = first; i < last; i++) {
            sum += shares[i];
        }
        return sum;
    }
}
