package dev.assay.model.prediction.trained;

/**
 * What each column gave to what a tree adds: its Shapley values, where a column that is not known is passed over by the cover of both
 * branches (S. Lundberg, G. Erion, S.-I. Lee, "Consistent individualized feature attribution for tree ensembles", arXiv:1802.03888, 2018,
 * algorithm 2). A mix counts both of its branches by their shares, known columns or not.
 */
final class TreeShares {

    private final Tree tree;
    private final double[] row;
    private final double[] out;

    private TreeShares(Tree tree, double[] row, double[] out) {
        this.tree = tree;
        this.row = row;
        this.out = out;
    }

    /** Adds the shares of one tree, each times a factor. They add up to the tree's score less its average. */
    static void add(Tree tree, double[] row, double factor, double[] out) {
        new TreeShares(tree, row, out).walk(0, factor, new Path().extended(1, 1, -1));
    }

    private void walk(int node, double weight, Path path) {
        int column = tree.column()[node];
        int left = node + 1;
        int right = tree.right()[node];
        if (column == Tree.LEAF) {
            for (int i = 1; i < path.length; i++) {
                double share = path.unwoundSum(i) * (path.one[i] - path.zero[i]);
                out[path.column[i]] += weight * share * tree.value()[node];
            }
        } else if (column == Tree.MIX) {
            double share = tree.split()[node];
            walk(left, weight * share, path);
            walk(right, weight * (1 - share), path);
        } else {
            boolean goesLeft = row[column] <= tree.split()[node];
            int hot = goesLeft ? left : right;
            int cold = goesLeft ? right : left;
            int seen = path.find(column);
            double zero = seen < 0 ? 1 : path.zero[seen];
            double one = seen < 0 ? 1 : path.one[seen];
            Path rest = seen < 0 ? path : path.unwound(seen);
            double both = tree.cover()[left] + tree.cover()[right];
            walk(hot, weight, rest.extended(zero * tree.cover()[hot] / both, one, column));
            walk(cold, weight, rest.extended(zero * tree.cover()[cold] / both, 0, column));
        }
    }

    /** The columns asked so far: of each the share of rows that pass where it is unknown and where it is known, and the weights of subsets by size. */
    private static final class Path {

        private final int length;
        private final int[] column;
        private final double[] zero;
        private final double[] one;
        private final double[] weight;

        Path() {
            this(0, 0);
        }

        private Path(int length, int room) {
            this.length = length;
            column = new int[room];
            zero = new double[room];
            one = new double[room];
            weight = new double[room];
        }

        private Path copy(int newLength) {
            Path copy = new Path(newLength, newLength);
            int kept = Math.min(length, newLength);
            System.arraycopy(column, 0, copy.column, 0, kept);
            System.arraycopy(zero, 0, copy.zero, 0, kept);
            System.arraycopy(one, 0, copy.one, 0, kept);
            System.arraycopy(weight, 0, copy.weight, 0, kept);
            return copy;
        }

        int find(int wanted) {
            for (int i = 1; i < length; i++) {
                if (column[i] == wanted) {
                    return i;
                }
            }
            return -1;
        }

        Path extended(double newZero, double newOne, int newColumn) {
            Path path = copy(length + 1);
            path.column[length] = newColumn;
            path.zero[length] = newZero;
            path.one[length] = newOne;
            path.weight[length] = length == 0 ? 1 : 0;
            for (int i = length - 1; i >= 0; i--) {
                path.weight[i + 1] += newOne * path.weight[i] * (i + 1) / (length + 1);
                path.weight[i] = newZero * path.weight[i] * (length - i) / (length + 1);
            }
            return path;
        }

        Path unwound(int at) {
            int last = length - 1;
            Path path = copy(last);
            double next = weight[last];
            for (int j = last - 1; j >= 0; j--) {
                if (one[at] != 0) {
                    double before = weight[j];
                    path.weight[j] = next * length / ((j + 1) * one[at]);
                    next = before - path.weight[j] * zero[at] * (last - j) / length;
                } else {
                    path.weight[j] = weight[j] * length / (zero[at] * (last - j));
                }
            }
            for (int j = at; j < last; j++) {
                path.column[j] = column[j + 1];
                path.zero[j] = zero[j + 1];
                path.one[j] = one[j + 1];
            }
            return path;
        }

        double unwoundSum(int at) {
            Path path = unwound(at);
            double sum = 0;
            for (int j = 0; j < path.length; j++) {
                sum += path.weight[j];
            }
            return sum;
        }
    }
}
