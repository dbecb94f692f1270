package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.trained.Tree;
import java.util.ArrayList;
import java.util.List;

/** Builds a tree node by node, each node before its left branch and that before its right one. */
final class TreeBuilder {

    private final List<Integer> columns = new ArrayList<>();
    private final List<Double> splits = new ArrayList<>();
    private final List<Integer> rights = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Double> covers = new ArrayList<>();

    void leaf(double value, double cover) {
        add(Tree.LEAF, 0, value, cover);
    }

    /** A node that asks or mixes; its left branch is what is added next. Gives its place. */
    int ask(int column, double split, double cover) {
        add(column, split, 0, cover);
        return columns.size() - 1;
    }

    /** What is added next is the right branch of a node. */
    void right(int node) {
        rights.set(node, columns.size());
    }

    private void add(int column, double split, double value, double cover) {
        columns.add(column);
        splits.add(split);
        rights.add(0);
        values.add(value);
        covers.add(cover);
    }

    Tree built() {
        return new Tree(ints(columns), doubles(splits), ints(rights), doubles(values), doubles(covers));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] doubles(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
