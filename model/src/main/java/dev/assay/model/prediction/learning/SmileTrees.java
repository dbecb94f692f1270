package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.trained.Tree;
import smile.data.Tuple;
import smile.data.type.StructType;
import smile.model.cart.Node;
import smile.model.cart.OrdinalNode;
import smile.model.cart.RegressionNode;

/** Takes Smile's trees over, node by node. */
final class SmileTrees {

    /** Beyond all numbers that training takes. */
    private static final double BEYOND = 1e300;

    private SmileTrees() {}

    /** The tree, each leaf's value times a factor. */
    static Tree exported(Node root, double factor) {
        TreeBuilder builder = new TreeBuilder();
        add(root, factor, builder);
        return builder.built();
    }

    private static void add(Node node, double factor, TreeBuilder builder) {
        switch (node) {
            case RegressionNode leaf -> builder.leaf(factor * leaf.output(), leaf.size());
            case OrdinalNode ask -> {
                int at = builder.ask(ask.feature(), threshold(ask), ask.size());
                add(ask.trueChild(), factor, builder);
                builder.right(at);
                add(ask.falseChild(), factor, builder);
            }
            default ->
                throw new IllegalStateException("A tree has a node (%s) that is not known.".formatted(node.getClass()));
        }
    }

    /**
     * The greatest number that goes left. The node does not give it away, but says of any row which way it goes: so the numbers are
     * halved, by their bits, until one is left. The result is exact.
     */
    private static double threshold(OrdinalNode node) {
        long low = ordered(-BEYOND);
        long high = ordered(BEYOND);
        while (low + 1 < high) {
            // The halves are summed apart: the sum of both could overflow.
            long middle = (low & high) + ((low ^ high) >> 1);
            if (node.branch(new OneColumn(number(middle)))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return number(low) + 0.0;
    }

    /** Bits of a number that ascend with it. The same turn leads back. */
    private static long ordered(double number) {
        return turned(Double.doubleToLongBits(number));
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(turned(ordered));
    }

    private static long turned(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** A row that has one number in every column. */
    private record OneColumn(double number) implements Tuple {

        @Override
        public StructType schema() {
            return new StructType();
        }

        @Override
        public Object get(int column) {
            return number;
        }

        @Override
        public double getDouble(int column) {
            return number;
        }
    }
}
