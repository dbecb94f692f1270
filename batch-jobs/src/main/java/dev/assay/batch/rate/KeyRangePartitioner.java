package dev.assay.batch.rate;

import dev.assay.store.database.Database;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.FilesToRate;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.fact.KeyRanges;
import dev.assay.store.rating.StagedRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * One partition for each range of the business key, by number: names that change with the keys would be new figures to whoever scrapes them.
 * For an incremental run it gathers first what is to be read, and cuts ranges of that; on a restart it finds the same.
 */
class KeyRangePartitioner implements Partitioner {

    static final String FIRST_KEY = "firstKey";
    static final String LAST_KEY = "lastKey";

    /** A partition costs some statements of the job repository: it must be worth them. */
    private static final int BUSINESSES_WORTH_A_PARTITION = 1_000;

    private final Database database;
    private final StagedRun run;

    KeyRangePartitioner(Database database, StagedRun run) {
        this.database = database;
        this.run = run;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (KeyRange range : ranges(gridSize)) {
            ExecutionContext context = new ExecutionContext();
            context.putLong(FIRST_KEY, range.from());
            context.putLong(LAST_KEY, range.to());
            partitions.put("range " + (partitions.size() + 1), context);
        }
        return partitions;
    }

    private List<KeyRange> ranges(int gridSize) {
        Cut last = run.last();
        if (last == null) {
            return KeyRanges.split(database, gridSize);
        }
        FilesToRate files = new FilesToRate(database.dsl());
        files.gather(run.id(), run.model(), run.cut(), last);
        int worthwhile = files.count(run.id()) / BUSINESSES_WORTH_A_PARTITION + 1;
        return files.split(run.id(), Math.min(gridSize, worthwhile));
    }
}
