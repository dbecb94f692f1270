package dev.assay.batch.rate;

import dev.assay.store.fact.KeyRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition for each range of the business key, by number: names that change with the keys would be new figures to whoever scrapes them. */
record KeyRangePartitioner(IntFunction<List<KeyRange>> ranges) implements Partitioner {

    static final String FIRST_KEY = "firstKey";
    static final String LAST_KEY = "lastKey";

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (KeyRange range : ranges.apply(gridSize)) {
            ExecutionContext context = new ExecutionContext();
            context.putLong(FIRST_KEY, range.from());
            context.putLong(LAST_KEY, range.to());
            partitions.put("range " + (partitions.size() + 1), context);
        }
        return partitions;
    }
}
