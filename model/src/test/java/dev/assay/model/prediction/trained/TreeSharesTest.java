package dev.assay.model.prediction.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeSharesTest {

    private static final int COLUMNS = 4;

    /** Nodes of a tree that is being made up. */
    private static final class Growing {
        private final List<double[]> nodes = new ArrayList<>();

        void grow(RandomGenerator random, double cover, int depth) {
            int at = nodes.size();
            if (depth == 0 || random.nextInt(5) == 0) {
                nodes.add(new double[] {Tree.LEAF, 0, 0, random.nextGaussian(), cover});
                return;
            }
            boolean mix = random.nextInt(5) == 0;
            double share = random.nextDouble(0.1, 0.9);
            int column = mix ? Tree.MIX : random.nextInt(COLUMNS);
            nodes.add(new double[] {column, mix ? share : random.nextGaussian(), 0, 0, cover});
            grow(random, cover * share, depth - 1);
            nodes.get(at)[2] = nodes.size();
            grow(random, cover * (1 - share), depth - 1);
        }

        double[] all(int part) {
            return nodes.stream().mapToDouble(node -> node[part]).toArray();
        }

        int[] whole(int part) {
            return DoubleStream.of(all(part)).mapToInt(x -> (int) x).toArray();
        }
    }

    private static Tree tree(RandomGenerator random, int depth) {
        Growing growing = new Growing();
        growing.grow(random, 1000, depth);
        return new Tree(growing.whole(0), growing.all(1), growing.whole(2), growing.all(3), growing.all(4));
    }

    /** What the tree gives where only some columns are known: by the cover of both branches where one is not. */
    private static double known(Tree tree, double[] row, int columns, int node) {
        int column = tree.column()[node];
        int left = node + 1;
        int right = tree.right()[node];
        if (column == Tree.LEAF) {
            return tree.value()[node];
        }
        if (column >= 0 && (columns & 1 << column) != 0) {
            return known(tree, row, columns, row[column] <= tree.split()[node] ? left : right);
        }
        double share = column == Tree.MIX
                ? tree.split()[node]
                : tree.cover()[left] / (tree.cover()[left] + tree.cover()[right]);
        return share * known(tree, row, columns, left) + (1 - share) * known(tree, row, columns, right);
    }

    /** The definition: the mean gain of a column over all orders in which columns become known. */
    private static double shapley(Tree tree, double[] row, int column) {
        double[] factorial = {1, 1, 2, 6, 24};
        double sum = 0;
        for (int others = 0; others < 1 << COLUMNS; others++) {
            if ((others & 1 << column) == 0) {
                int size = Integer.bitCount(others);
                double weight = factorial[size] * factorial[COLUMNS - size - 1] / factorial[COLUMNS];
                sum += weight * (known(tree, row, others | 1 << column, 0) - known(tree, row, others, 0));
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 7})
    void sharesAreTheShapleyValuesOfTheirDefinition(int depth) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(depth);
        for (int i = 0; i < 200; i++) {
            Tree tree = tree(random, depth);
            double[] row = random.doubles(COLUMNS, -2, 2).toArray();
            double[] shares = new double[COLUMNS];

            TreeShares.add(tree, row, 3, shares);

            for (int column = 0; column < COLUMNS; column++) {
                assertThat(shares[column]).isCloseTo(3 * shapley(tree, row, column), within(1e-9));
            }
            assertThat(DoubleStream.of(shares).sum()).isCloseTo(3 * (tree.score(row) - tree.average()), within(1e-9));
        }
    }

    @Test
    void aColumnThatIsNeverAskedGetsNothing() {
        Tree tree = new Tree(
                new int[] {0, Tree.LEAF, Tree.LEAF},
                new double[] {0.5, 0, 0},
                new int[] {2, 0, 0},
                new double[] {0, 1, 5},
                new double[] {10, 6, 4});
        double[] shares = new double[2];

        TreeShares.add(tree, new double[] {1, 1}, 1, shares);

        // All of the distance from the average, 5 - (0.6 * 1 + 0.4 * 5), is the first column's.
        assertThat(shares).containsExactly(5 - (0.6 * 1 + 0.4 * 5), 0.0);
    }
}
